// The token that every request that changes something carries; plain forms have it in a hidden field instead.

/** The header to send along, empty on a page without a token. */
export function csrfHeader() {
  const token = document.querySelector('meta[name="csrf-token"]')
  return token ? { [token.dataset.header]: token.content } : {}
}
