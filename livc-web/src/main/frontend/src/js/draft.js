// Sends what is typed to the server a few seconds after the last key, where it is kept encrypted: never in the browser, since
// police and welfare share computers. The part of a form that says so is <div data-draft="/concepten/…">. When the form is
// opened again, what was typed and not sent stands in it again.
//
// Such a form is sent only once its draft is safe: with a session that ended, or without a connection, the page and the text
// in it stay, and a banner says what to do. A form without a draft stays so too.

import { hideBanner, showBanner } from './banners.js'
import { csrfHeader } from './csrf.js'

const PAUSE_MS = 2000
const TYPED = 'textarea, input:not([type]), input[type=text], input[type=date]'
const FAILURES = ['session-ended', 'other-person', 'not-sent']

let filling = false

for (const part of document.querySelectorAll('[data-draft]')) {
  const form = part.closest('form')
  if (form) {
    follow(form, part)
  }
}

function follow(form, part) {
  // Else the way back would bring what was sent: in part, and from the memory of a browser that others use too.
  form.autocomplete = 'off'
  let timer
  let unsaved = false
  const touched = new Set()
  const keepNow = async () => {
    clearTimeout(timer)
    if (unsaved) {
      unsaved = false
      await keep(form, part)
    }
  }
  form.addEventListener('input', (event) => {
    if (!filling) {
      touched.add(event.target.name)
      unsaved = true
      clearTimeout(timer)
      timer = setTimeout(keepNow, PAUSE_MS)
    }
  })
  document.addEventListener('visibilitychange', () => document.hidden && keepNow())
  window.addEventListener('focus', () => part.dataset.unsafe && keep(form, part))
  part.querySelector('[data-draft-discard]')?.addEventListener('click', () => discard(part))
  form.addEventListener('livc:forget-timer', () => {
    unsaved = false
    clearTimeout(timer)
  })
  if (document.body.dataset.answersForm !== 'true') {
    const details = form.closest('details:not([open])')
    details ? details.addEventListener('toggle', () => restore(form, part, touched), { once: true }) : restore(form, part, touched)
  }
}

// Before anything else hears of it: see submit-once.js.
window.addEventListener('submit', async (event) => {
  const form = event.target
  const part = form.querySelector?.('[data-draft]')
  if (!(part || isTypedIn(form)) || form.dataset.draftSafe) {
    delete form.dataset?.draftSafe
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  if (form.dataset.draftKeeping) {
    return
  }
  form.dataset.draftKeeping = 'true'
  form.dispatchEvent(new Event('livc:forget-timer'))
  const safe = part ? await keep(form, part) : await isOurs()
  delete form.dataset.draftKeeping
  if (safe) {
    form.dataset.draftSafe = 'true'
    form.requestSubmit(event.submitter?.isConnected ? event.submitter : undefined)
  }
}, true)

/** A form without a draft is sent only in the session of who typed in it: else its text would end at the sign-in page. */
function isTypedIn(form) {
  return document.body.dataset.mandate && form.matches?.('main form[method=post]:not([hx-post])') && form.querySelector(TYPED)
}

async function isOurs() {
  const answer = await renew()
  const failure = answer === true ? undefined : failureOf(answer)
  failure ? showBanner(failure) : FAILURES.forEach(hideBanner)
  return !failure
}

function failureOf(answer) {
  return { undefined: 'not-sent', 401: 'session-ended', 409: 'other-person' }[answer?.status]
}

/** Whether the form can be sent: its text is on the server, or the server answers and has its own reason to refuse it. */
async function keep(form, part) {
  const body = JSON.stringify(fields(form))
  const send = () => call(part, 'POST', { 'Content-Type': 'text/plain;charset=UTF-8', 'X-Mandate': document.body.dataset.mandate }, body)
  let answer = await send()
  if (answer?.status === 403) {
    const renewed = await renew()
    answer = renewed === true ? await send() : renewed
  }
  if (answer?.ok) {
    FAILURES.forEach(hideBanner)
    delete part.dataset.unsafe
    document.dispatchEvent(new Event('livc:session-used'))
    say(part, 'saved', new Date((await answer.json()).at))
    return true
  }
  say(part, 'failed')
  const failure = failureOf(answer)
  if (failure) {
    part.dataset.unsafe = 'true'
    showBanner(failure)
  }
  return !failure
}

/** Gives back what was typed before, except in fields that were typed in while the answer was on its way. */
async function restore(form, part, touched) {
  const answer = await call(part, 'GET')
  if (answer?.status !== 200) {
    return
  }
  const typed = await answer.json()
  const before = written(form)
  filling = true
  const gone = fill(form, typed, touched)
  filling = false
  if (written(form) === before && !gone.length) {
    // What was typed was wiped out again, or stands there already: nothing comes back.
    return
  }
  say(part, 'restored', new Date(answer.headers.get('Last-Modified')))
  if (gone.length) {
    const status = part.querySelector('[data-draft-status]')
    status.textContent += '. ' + status.dataset.gone.replace('%s', gone.join(', '))
  }
  part.querySelector('[data-draft-discard]').hidden = false
}

async function discard(part) {
  const answer = await call(part, 'DELETE')
  if (answer?.ok) {
    part.closest('form').dispatchEvent(new Event('livc:forget-timer'))
    location.reload()
  }
}

async function call(part, method, headers, body) {
  try {
    return await fetch(part.dataset.draft, {
      method,
      headers: { ...csrfHeader(), ...headers, 'X-Requested-With': 'XMLHttpRequest' },
      body,
      redirect: 'error',
      keepalive: (body?.length ?? 0) < 60000
    })
  } catch {
    return undefined
  }
}

/** The page's token is of a session that ended: takes that of the session in which the same person signed in again. */
async function renew() {
  const answer = await fetch('/sessie', { redirect: 'error' }).catch(() => undefined)
  if (!answer?.ok) {
    return answer
  }
  const { mandate, csrfToken } = await answer.json()
  if (mandate !== document.body.dataset.mandate) {
    return { status: 409 }
  }
  document.querySelector('meta[name="csrf-token"]').content = csrfToken
  document.querySelectorAll('input[name="_csrf"]').forEach((field) => (field.value = csrfToken))
  return true
}

/** Names and values as they stand in the form; without tokens and marks of the page itself. */
function fields(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !name.startsWith('_') && !form.querySelector(`[name="${CSS.escape(name)}"][data-no-draft]`)
  )
}

/** What stands in the form, to compare. */
function written(form) {
  return JSON.stringify(fields(form).filter(([, value]) => value.trim()))
}

/** Gives the labels of the selects that no longer offer what was chosen: somebody left, a goal was taken out. */
function fill(form, typed, touched) {
  const gone = []
  const values = new Map()
  typed.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]))
  form.querySelectorAll('[data-repeat]').forEach((group) => addRows(group, [...values.keys()]))
  const boxes = new Set()
  for (const field of form.elements) {
    if (!field.name || touched.has(field.name) || field.name.startsWith('_') || field.dataset.noDraft !== undefined || field.type === 'submit') {
      continue
    }
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = values.get(field.name)?.includes(field.value) ?? false
      boxes.add(field)
    } else if (values.has(field.name)) {
      const value = values.get(field.name).shift() ?? field.value
      field.value = value
      if (field.matches('select') && field.value !== value) {
        field.selectedIndex = 0
        gone.push(field.labels[0]?.textContent.trim() ?? field.name)
      }
    }
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  boxes.forEach((box) => box.dispatchEvent(new Event('change', { bubbles: true })))
  return gone
}

/** As many rows as were typed in: the names of a row end in its number, facts[2].text. */
function addRows(group, names) {
  const prefix = group.querySelector('[data-repeat-row] [name*="["]')?.name.split('[')[0]
  const rows = names.filter((name) => name.startsWith(`${prefix}[`)).map((name) => Number(name.slice(prefix.length + 1).split(']')[0]))
  const needed = Math.max(0, ...rows) + 1
  for (let had = -1; ;) {
    const count = group.querySelectorAll('[data-repeat-row]').length
    if (count >= needed || count === had) {
      return
    }
    had = count
    group.querySelector('[data-repeat-add]').click()
  }
}

function say(part, what, at) {
  const status = part.querySelector('[data-draft-status]')
  const { lang } = document.documentElement
  // As all other times of the page: by the Belgian clock, and without AM and PM in English.
  const time = at?.toLocaleString(lang === 'en' ? 'en-GB' : lang, {
    timeZone: 'Europe/Brussels',
    ...(at.toDateString() === new Date().toDateString() ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit'
  })
  status.textContent = status.dataset[what].replace('%t', time ?? '')
}
