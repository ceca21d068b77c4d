// Makes a template of the icons that the other templates use, a fragment for each: what a page has to fetch first, a browser
// sometimes does not paint.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What each icon is called in the templates, and its name among the Lucide icons. */
const icons = {
  add: 'plus',
  alert: 'triangle-alert',
  back: 'arrow-left',
  calendar: 'calendar-days',
  case: 'folder-open',
  check: 'check',
  clock: 'clock',
  close: 'x',
  consultation: 'users',
  document: 'file-text',
  down: 'chevron-down',
  download: 'download',
  empty: 'inbox',
  error: 'circle-alert',
  figures: 'chart-column',
  filter: 'list-filter',
  follow: 'clipboard-check',
  forbidden: 'ban',
  help: 'life-buoy',
  info: 'info',
  key: 'key-round',
  language: 'globe',
  ledger: 'scroll-text',
  lock: 'lock',
  more: 'ellipsis',
  next: 'chevron-right',
  person: 'user',
  previous: 'chevron-left',
  print: 'printer',
  process: 'workflow',
  scale: 'scale',
  search: 'search',
  settings: 'settings',
  shield: 'shield-check',
  signal: 'megaphone',
  signout: 'log-out',
  star: 'star',
  tasks: 'list-checks',
  transfer: 'arrow-right-left',
  undo: 'undo-2'
}

/** The template, from the folder of single icons: of each its shapes, for an svg of 24 by 24. */
export function iconTemplate(folder) {
  const fragments = Object.entries(icons).map(([name, file]) => {
    const svg = readFileSync(join(folder, `${file}.svg`), 'utf8')
    const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim()
    return `<th:block th:fragment="${name}">${shapes}</th:block>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:th="http://www.thymeleaf.org">\n${fragments.join('\n')}\n</svg>\n`
}
