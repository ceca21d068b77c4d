import './govuk.js'
