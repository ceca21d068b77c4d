// Keys for those who want them: elements with data-hotkey, unless the person switched single keys off (WCAG 2.1.4). A key that
// is pressed together with Ctrl is no single key. In a field the library leaves every key to the field.
// A Belgian keyboard types / and ? with Shift, which the library reports as "Shift+/": both are registered.

import { install } from '@github/hotkey'

document.querySelectorAll('[data-hotkey^="Mod+"]').forEach((element) => install(element))

if (document.body.dataset.shortcuts !== 'off') {
  document.querySelectorAll('[data-hotkey]:not([data-hotkey^="Mod+"])').forEach((element) => install(element))
}
