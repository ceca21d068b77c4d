// j and k walk the rows of a list by the link of each row, so that Enter opens it as ever. Coming back to the list finds the
// row that was left; only its number is kept, in the browser's history.

const step = { j: 1, k: -1 }

document.addEventListener('keydown', (event) => {
  const way = step[event.key]
  if (!way || event.ctrlKey || event.altKey || event.metaKey || document.body.dataset.shortcuts === 'off' || typing(event.target)) {
    return
  }
  const links = rowLinks()
  if (links.length > 0) {
    const here = links.indexOf(document.activeElement?.closest('tr')?.querySelector('a[href]'))
    links[Math.min(Math.max(here + way, 0), links.length - 1)].focus()
    event.preventDefault()
  }
})

document.addEventListener('focusin', (event) => {
  const row = rowLinks().indexOf(event.target)
  if (row >= 0) {
    history.replaceState({ ...history.state, row }, '')
  }
})

if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') {
  rowLinks()[history.state?.row]?.focus()
}

function rowLinks() {
  return [...document.querySelectorAll('table[data-rows] tbody tr')]
    .map((row) => row.querySelector('a[href]'))
    .filter(Boolean)
}

function typing(element) {
  return element.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog') !== null
}
