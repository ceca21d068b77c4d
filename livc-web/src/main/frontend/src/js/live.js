// Follows an item of a consultation while it is held. The server says that the item has another revision, in ids only; the
// part of the page that shows it is then asked for, under its reader's own rights. Fields to type in stand outside that part.

import htmx from 'htmx.org/dist/htmx.esm.js'
import { hideBanner, showBanner } from './banners.js'

const AGAIN_MS = 3000
const SILENT_MS = 15000

const live = document.querySelector('[data-live]')

function follow() {
  const status = live.querySelector('[data-live-status]')
  let source
  let lastHeard = Date.now()
  let connected
  let stopped = false

  const say = (isConnected) => {
    if (isConnected !== connected && !stopped) {
      connected = isConnected
      status.textContent = isConnected ? status.dataset.on : status.dataset.off
      status.classList.toggle('is-off', !isConnected)
      isConnected ? hideBanner('connection-lost') : showBanner('connection-lost')
    }
  }
  const heard = () => {
    lastHeard = Date.now()
    say(true)
  }
  const connect = () => {
    source?.close()
    source = new EventSource(live.dataset.follow)
    lastHeard = Date.now()
    source.addEventListener('open', heard)
    source.addEventListener('here', heard)
    source.addEventListener('changed', (event) => {
      heard()
      if (event.data.split(' ')[1] !== part()?.dataset.revision) {
        refetch()
      }
    })
    source.addEventListener('stopped', stop)
    // A stream that ended in order is opened anew by the browser; only one that cannot be opened is lost.
    source.addEventListener('error', () => !navigator.onLine && say(false))
  }
  const stop = () => {
    stopped = true
    source.close()
    close()
  }
  // Tried anew at once: a message of the old stream that was underway would say that all is well.
  window.addEventListener('offline', () => {
    if (!stopped) {
      say(false)
      connect()
    }
  })
  window.addEventListener('online', connect)
  window.addEventListener('pagehide', () => source.close())
  window.addEventListener('pageshow', (event) => event.persisted && !stopped && connect())
  setInterval(() => {
    const silent = Date.now() - lastHeard
    if (!stopped && (source.readyState === EventSource.CLOSED || silent > SILENT_MS)) {
      say(false)
      refetch()
      connect()
    }
  }, AGAIN_MS)
  document.addEventListener('htmx:responseError', (event) => {
    if (isOurs(event) && [401, 403, 404].includes(event.detail.xhr.status)) {
      stop()
    }
  })
  document.addEventListener('htmx:beforeSwap', remember)
  document.addEventListener('htmx:afterSwap', settle)
  connect()
}

function part() {
  return document.getElementById('stand')
}

// One question at a time, and none whose answer would take a button away from under a finger.
let asked = null
let again = false
let pressing = false

/** Asks by itself and not through the part: one that an answer to a form has just put there does not listen yet. */
function refetch() {
  if (asked || pressing) {
    again = true
  } else if (part()) {
    asked = part()
    htmx.ajax('GET', asked.dataset.refetch, { target: asked, swap: 'outerHTML' }).then(answered, answered)
  }
}

function answered() {
  asked = null
  setTimeout(askAgain)
}

/** Whether it is about a question of ours: by its address. */
function isOurs(event) {
  return event.detail.pathInfo?.requestPath.includes('/live/stand') ?? false
}

function askAgain() {
  if (again && !asked && !pressing) {
    again = false
    refetch()
  }
}

if (live) {
  // An answer to a part that something else has replaced meanwhile may be the older of the two.
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (isOurs(event) && event.detail.xhr.status === 200 && (pressing || part() !== asked)) {
      event.preventDefault()
      again = true
    }
  })
  document.addEventListener('pointerdown', (event) => (pressing = part()?.contains(event.target) ?? false))
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () =>
      setTimeout(() => {
        pressing = false
        askAgain()
      })
    )
  }
}

/** Nothing of the item stays on the screen of someone who may not see it any more; what they typed stays their own. */
function close() {
  hideBanner('connection-lost')
  part().replaceChildren(live.querySelector('[data-live-stopped]').content.cloneNode(true))
  document.querySelectorAll('[data-live-content]').forEach((content) => (content.hidden = true))
  live.querySelector('[data-live-status]').textContent = ''
}

// Who works by keyboard stays at the person of whom they pressed a button, also where that button is gone.
let seat

function remember() {
  seat = document.activeElement?.closest('.livc-room__seat')?.id
}

function settle() {
  if (seat && document.activeElement === document.body) {
    const there = document.getElementById(seat) ?? part()?.querySelector('button')
    there?.focus()
  }
  const left = part()?.dataset.left === 'true'
  document.querySelectorAll('[data-live-content]').forEach((content) => (content.hidden = left))
  if (!left) {
    followHearers()
  }
}

/** Whoever left cannot be told anything; whoever came in can, when the speaker ticks them. */
function followHearers() {
  const boxes = [...document.querySelectorAll('input[name="recipients"][type="checkbox"]')]
  const hearers = new Map(
    [...document.querySelectorAll('[data-hears]')].map((seat) => [seat.dataset.hears, seat.querySelector('.livc-room__name').textContent])
  )
  for (const box of boxes) {
    if (!hearers.has(box.value)) {
      box.checked = false
    }
    box.disabled = !hearers.has(box.value)
    hearers.delete(box.value)
  }
  const pattern = boxes.at(-1)?.closest('.govuk-checkboxes__item')
  for (const [id, name] of pattern ? hearers : []) {
    const item = pattern.cloneNode(true)
    const box = item.querySelector('input')
    Object.assign(box, { id: `recipients-${id}`, value: id, checked: false, disabled: false })
    const label = item.querySelector('label')
    label.htmlFor = box.id
    label.textContent = name
    pattern.parentElement.append(item)
  }
}

if (live) {
  follow()
}
