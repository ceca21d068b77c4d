// htmx under a Content-Security-Policy without eval and inline style, and what an answer that is not 200 does:
// 422 brings the form back with its errors, 401 and everything else leave the page, and the text typed in it, alone.

import htmx from './htmx-global.js'
import 'htmx-ext-sse/sse.js'
import { hideBanner, showBanner } from './banners.js'
import { csrfHeader } from './csrf.js'

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  selfRequestsOnly: true,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '...', swap: false, error: true }
  ]
})

document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, csrfHeader()))

document.addEventListener('htmx:responseError', (event) => {
  showBanner(event.detail.xhr.status === 401 ? 'session-ended' : 'refused')
})

document.addEventListener('htmx:sendError', () => showBanner('not-sent'))

document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) {
    ;['session-ended', 'refused', 'not-sent'].forEach(hideBanner)
  }
})

// A live page says when it no longer follows, and asks for its parts anew once it does: what was missed is not sent again.
let missed = false
document.addEventListener('htmx:sseError', () => {
  missed = true
  showBanner('connection-lost')
})
document.addEventListener('htmx:sseOpen', () => {
  hideBanner('connection-lost')
  if (missed) {
    missed = false
    document.querySelectorAll('[data-refetch]').forEach((part) => htmx.trigger(part, 'refetch'))
  }
})
