// After an act on one row of a list the page that comes back stands where it was left, with the focus on that row: who goes
// through a list by keyboard, or far down in it, need not find the row again. Only the path of the page, the number of the row and
// where it stood are kept, until the next page. Where something was refused, its errors come first.

const PLACE = 'livc-place'
const rows = () => [...document.querySelectorAll('main tr, main li')]

document.addEventListener('submit', (event) => {
  const row = event.target.closest('main tr, main li')
  if (row && event.target.method === 'post' && !event.target.hasAttribute('hx-post')) {
    const place = { path: location.pathname, row: rows().indexOf(row), top: row.getBoundingClientRect().top }
    sessionStorage.setItem(PLACE, JSON.stringify(place))
  }
})

const place = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null')
sessionStorage.removeItem(PLACE)
const row = rows()[place?.row]
if (row && place.path === location.pathname && !document.querySelector('.govuk-error-summary')) {
  window.scrollBy(0, row.getBoundingClientRect().top - place.top)
  // What stands folded or is switched off does not take the focus.
  for (const control of row.querySelectorAll('select, input:not([type=hidden]), textarea, button, summary, a[href]')) {
    control.focus({ preventScroll: true })
    if (document.activeElement === control) {
      break
    }
  }
}
