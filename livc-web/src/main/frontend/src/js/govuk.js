// Starts the GOV.UK components of the page, and of each part that htmx brings in later.

import {
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink
} from 'govuk-frontend'

const texts = document.querySelector('#livc-characters')?.dataset
const characters = texts && {
  i18n: {
    charactersUnderLimit: { one: texts.one, many: texts.other, other: texts.other },
    charactersAtLimit: texts.none,
    charactersOverLimit: { one: texts.overOne, many: texts.overOther, other: texts.overOther }
  }
}

startIn(document)
document.addEventListener('htmx:load', (event) => {
  // htmx reports the whole page once too, when it starts.
  if (event.detail.elt !== document.body) {
    startIn(event.detail.elt)
  }
})

/** Starts them in a part of the page that was just put there. */
export function startIn(scope) {
  createAll(CharacterCount, characters, scope)
  for (const component of [Checkboxes, ErrorSummary, PasswordInput, Radios, ServiceNavigation, SkipLink]) {
    createAll(component, undefined, scope)
  }
}
