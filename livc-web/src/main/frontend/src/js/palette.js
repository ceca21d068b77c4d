// The palette of Ctrl+K: where one can go, chosen with the arrows; with none chosen, Enter looks up the name or number that was
// typed, by the same form as the search in the header. Without script there is no palette, and nothing is missing.

const palette = document.getElementById('livc-palette')
const field = palette?.querySelector('[role=combobox]')
const options = [...(palette?.querySelectorAll('[role=option]') ?? [])]
const MOVES = { ArrowDown: 1, ArrowUp: -1 }

if (field) {
  field.addEventListener('input', show)
  field.addEventListener('keydown', (event) => {
    if (MOVES[event.key]) {
      event.preventDefault()
      choose(next(MOVES[event.key]))
    } else if (event.key === 'Enter' && (chosen() || !palette.querySelector('form[method=post]'))) {
      event.preventDefault()
      const option = chosen() ?? shown()[0]
      option?.click()
    }
  })
  // What was typed for one search is not there at the next: others use this screen too.
  palette.addEventListener('close', () => {
    field.value = ''
    show()
  })
  window.addEventListener('pageshow', () => palette.open && palette.close())
}

function show() {
  const typed = plain(field.value)
  options.forEach((option) => (option.hidden = !plain(option.textContent).includes(typed)))
  choose(undefined)
}

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
}

function shown() {
  return options.filter((option) => !option.hidden)
}

function chosen() {
  return options.find((option) => option.getAttribute('aria-selected') === 'true')
}

/** The one after or before; from the last on to none, where Enter looks up what was typed. */
function next(move) {
  const all = [undefined, ...shown()]
  return all[(all.indexOf(chosen()) + move + all.length) % all.length]
}

function choose(option) {
  options.forEach((one) => one.setAttribute('aria-selected', String(one === option)))
  field.removeAttribute('aria-activedescendant')
  if (option) {
    field.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
}
