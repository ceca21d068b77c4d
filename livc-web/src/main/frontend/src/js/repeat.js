// Adds and removes rows of a form without a round trip; without script the same buttons submit the form. Rows are numbered on
// from 0 after each change, because the server reads facts[0], facts[1], … into a list.

import { startIn } from './govuk.js'

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-repeat-add], [data-repeat-remove]')
  const group = button?.closest('[data-repeat]')
  if (!group) {
    return
  }
  const rows = rowsOf(group)
  if (button.matches('[data-repeat-add]')) {
    const added = emptyCopy(rows.at(-1))
    if (!added) {
      return
    }
    event.preventDefault()
    rows.at(-1).after(added)
    number(group)
    startIn(added)
    group.dispatchEvent(new CustomEvent('livc:rows', { bubbles: true }))
    added.querySelector('input:not([type=hidden]), select, textarea')?.focus()
    say(group, 'added')
  } else if (rows.length > 1) {
    event.preventDefault()
    const row = button.closest('[data-repeat-row]')
    const near = row.nextElementSibling?.matches('[data-repeat-row]') ? row.nextElementSibling : row.previousElementSibling
    row.remove()
    number(group)
    group.dispatchEvent(new CustomEvent('livc:rows', { bubbles: true }))
    near?.querySelector('input:not([type=hidden]), select, textarea')?.focus()
    say(group, 'removed')
  }
})

function rowsOf(group) {
  return [...group.querySelectorAll('[data-repeat-row]')]
}

/** A copy of a row without what was typed, without its errors and without what the components added to it. */
function emptyCopy(row) {
  const copy = row?.cloneNode(true)
  copy?.querySelectorAll('.govuk-error-message, .govuk-character-count__status, .govuk-character-count__sr-status')
    .forEach((added) => added.remove())
  copy?.querySelectorAll('.govuk-character-count__message').forEach((text) => text.classList.remove('govuk-visually-hidden'))
  copy?.querySelectorAll('[data-module]').forEach((component) => {
    component.removeAttribute(`data-${component.dataset.module}-init`)
  })
  copy?.querySelectorAll('[class*="--error"]').forEach((element) => {
    element.classList.remove(...[...element.classList].filter((name) => name.endsWith('--error')))
    element.removeAttribute('aria-invalid')
  })
  // A copy is another row, not the same one again.
  copy?.querySelectorAll('input[data-row-id]').forEach((id) => {
    id.value = id.dataset.rowId === 'new' && crypto.randomUUID ? crypto.randomUUID() : ''
  })
  copy?.querySelectorAll('input:not([type=hidden]), textarea, select').forEach((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = field.defaultChecked = false
    } else {
      field.value = ''
      field.removeAttribute('value')
    }
  })
  return copy
}

function number(group) {
  rowsOf(group).forEach((row, index) => {
    row.setAttribute('aria-label', row.dataset.repeatLabel.replace('%n', index + 1))
    row.querySelector('[data-repeat-number]').textContent = index + 1
    row.querySelectorAll('*').forEach((element) => {
      for (const name of ['id', 'name', 'for', 'aria-describedby']) {
        if (element.hasAttribute(name)) {
          element.setAttribute(name, element.getAttribute(name).replace(/\[\d+\]/g, `[${index}]`))
        }
      }
    })
    const remove = row.querySelector('[data-repeat-remove]')
    if (remove) {
      remove.value = remove.value.replace(/\d+$/, index)
    }
  })
}

function say(group, what) {
  const status = group.querySelector('[data-repeat-status]')
  status.textContent = status.dataset[what]
}
