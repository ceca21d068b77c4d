// Says at the top of the page what happened to a request; the texts are templates of the layout.

const place = document.getElementById('livc-banners')

/** Shows the banner of that name, once. */
export function showBanner(name) {
  const template = document.querySelector(`template[data-banner="${name}"]`)
  if (!place || !template || shown(name)) {
    return
  }
  const banner = template.content.firstElementChild.cloneNode(true)
  banner.dataset.shown = name
  place.append(banner)
  banner.scrollIntoView({ block: 'nearest' })
}

/** Takes it away again. */
export function hideBanner(name) {
  shown(name)?.remove()
}

function shown(name) {
  return place?.querySelector(`[data-shown="${name}"]`)
}
