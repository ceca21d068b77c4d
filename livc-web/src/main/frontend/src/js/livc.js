// One module per behaviour; each may fail or be absent, and the page still works as plain links and forms.

import './govuk.js'
import './htmx.js'
import './submit-once.js'
import './shortcuts.js'
import './table-rows.js'
import './repeat.js'
import './goal-options.js'
import './draft.js'
import './live.js'
import './session.js'
import './menus.js'
import './way-back.js'
