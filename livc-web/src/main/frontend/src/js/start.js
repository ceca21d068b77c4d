// Runs before the page is drawn, so that what works only with script is never shown and then hidden.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
