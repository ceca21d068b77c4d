// Warns five minutes before the session ends because nothing was done, and offers to go on. Times are kept as moments, not as
// ticks: a computer that slept finds out at once.

import { showBanner } from './banners.js'
import { csrfHeader } from './csrf.js'

const WARN_MS = 5 * 60 * 1000
const length = Number(document.body.dataset.sessionSeconds) * 1000
const dialog = document.getElementById('livc-session')

if (length > 0 && dialog) {
  const remaining = dialog.querySelector('[data-remaining]')
  const warning = Math.min(WARN_MS, length / 2)
  let end
  const restart = () => (end = Date.now() + length)
  restart()

  document.addEventListener('livc:session-used', restart)
  document.addEventListener('htmx:afterRequest', (event) => event.detail.xhr.status < 400 && restart())

  const timer = setInterval(() => {
    const left = end - Date.now()
    if (left <= 0) {
      clearInterval(timer)
      dialog.close()
      showBanner('session-ended')
    } else if (left <= warning) {
      const seconds = Math.ceil(left / 1000)
      remaining.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      if (!dialog.open) {
        dialog.showModal()
      }
    }
  }, 1000)

  dialog.addEventListener('close', () => end > Date.now() && extend())
  dialog.querySelector('[data-extend-session]').addEventListener('click', () => dialog.close())

  const extend = async () => {
    try {
      const answer = await fetch(dialog.dataset.extend, { method: 'POST', headers: csrfHeader(), redirect: 'error' })
      answer.ok ? restart() : showBanner('session-ended')
    } catch {
      showBanner('not-sent')
    }
  }
}
