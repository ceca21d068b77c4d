// Keys for those who want them: elements with data-hotkey, unless the person switched single keys off (WCAG 2.1.4).
// A Belgian keyboard types / and ? with Shift, which the library reports as "Shift+/": both are registered.

import { install } from '@github/hotkey'

if (document.body.dataset.shortcuts !== 'off') {
  document.querySelectorAll('[data-hotkey]').forEach((element) => install(element))
}
