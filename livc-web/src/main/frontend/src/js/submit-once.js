// A second press on a button does not send a form a second time. The server refuses it too; this saves it the trouble.

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method === 'dialog') {
    return
  }
  if (form.dataset.submitting) {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  if (event.defaultPrevented) {
    return
  }
  form.dataset.submitting = 'true'
  // Not `disabled`: a disabled button would not send its own name and value, and would lose the focus.
  event.submitter?.setAttribute('aria-disabled', 'true')
}, true)

// The form can be sent again after htmx had an answer, and on a page that the browser brings back.
document.addEventListener('htmx:afterRequest', (event) => ready(event.detail.elt.closest?.('form')))
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-submitting]').forEach(ready))

function ready(form) {
  if (form) {
    delete form.dataset.submitting
    form.querySelectorAll('[aria-disabled="true"]').forEach((button) => button.removeAttribute('aria-disabled'))
  }
}
