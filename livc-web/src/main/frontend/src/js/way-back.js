// A page that answers a form has the address of the page that the form was on, so that the way back and a reload ask for that
// page again: else the browser would offer to send the form once more, or show that it can not. The address is all that is
// kept, as it is in the browser's history; it holds ids only.

const FORM_PAGE = 'livc-form-page'

const formPage = sessionStorage.getItem(FORM_PAGE)
if (formPage && document.body.dataset.answersForm === 'true') {
  history.replaceState(history.state, '', formPage)
}

document.addEventListener('submit', (event) => {
  if (event.target.method === 'post') {
    sessionStorage.setItem(FORM_PAGE, location.pathname + location.search)
  }
})
