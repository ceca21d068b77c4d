// Menus close by Escape and by a press elsewhere; buttons open dialogs; the toast can be sent away and goes by itself.

const TOAST_MS = 20000

document.addEventListener('click', (event) => {
  document.querySelectorAll('.livc-menu[open]').forEach((menu) => {
    if (!menu.contains(event.target) || event.target.closest('[data-opens]')) {
      menu.open = false
    }
  })
  const opener = event.target.closest('[data-opens]')
  if (opener) {
    document.getElementById(opener.dataset.opens)?.showModal()
  }
  event.target.closest('[data-close-toast]')?.closest('[data-toast]').remove()
})

document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.activeElement?.closest('.livc-menu[open]')
  if (menu) {
    menu.open = false
    menu.querySelector('summary').focus()
  }
})

// One that can be undone stays as long as someone is at it.
for (const toast of document.querySelectorAll('[data-toast]')) {
  setInterval(() => !toast.matches(':hover, :focus-within') && toast.remove(), TOAST_MS)
}
