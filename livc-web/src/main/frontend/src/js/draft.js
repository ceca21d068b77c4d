// Sends what was typed to the server a few seconds after the last key, where it is kept encrypted: never in the browser, since
// police and welfare share computers. The form says where: <form data-draft="/…">; the answer is 204.

import { showBanner } from './banners.js'
import { csrfHeader } from './csrf.js'

const PAUSE_MS = 3000

for (const form of document.querySelectorAll('form[data-draft]')) {
  let timer
  let submitted = false
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => !submitted && save(form), PAUSE_MS)
  })
  form.addEventListener('submit', () => {
    submitted = true
    clearTimeout(timer)
  })
  window.addEventListener('pageshow', () => (submitted = false))
}

async function save(form) {
  const status = form.querySelector('[data-draft-status]') ?? document.querySelector('[data-draft-status]')
  let answer
  try {
    answer = await fetch(form.dataset.draft, {
      method: 'POST',
      headers: { ...csrfHeader(), 'X-Requested-With': 'XMLHttpRequest' },
      body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')),
      redirect: 'error'
    })
  } catch {
    answer = undefined
  }
  if (answer?.status === 401) {
    showBanner('session-ended')
  } else if (answer?.ok) {
    document.dispatchEvent(new Event('livc:session-used'))
  }
  if (status) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
    status.textContent = answer?.ok ? status.dataset.saved.replace('%t', time) : status.dataset.failed
  }
}
