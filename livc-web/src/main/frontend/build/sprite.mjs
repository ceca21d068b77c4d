// Makes one file of the icons that the templates use: <use href="/assets/icons.svg#scale"/>.

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

/** The sprite as SVG text, from the folder of single icons. */
export function sprite(folder) {
  const symbols = Object.entries(icons).map(([name, file]) => {
    const svg = readFileSync(join(folder, `${file}.svg`), 'utf8')
    const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim()
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`
}
