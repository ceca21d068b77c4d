// htmx under a Content-Security-Policy without eval and inline style, and what an answer that is not 200 does:
// 422 brings the form back with its errors, 401 and everything else leave the page, and the text typed in it, alone.

import htmx from 'htmx.org/dist/htmx.esm.js'
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
