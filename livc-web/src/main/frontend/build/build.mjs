// Builds everything that the browser loads into one folder and holds it to its byte budget; and the template of the icons.
//
//   node build/build.mjs <output folder>

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import { iconTemplate } from './icons.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const output = resolve(process.argv[2] ?? join(root, '../../../target/classes/static/assets'))
const modules = join(root, 'node_modules')

/** Most kilobytes (1,000 bytes) after gzip -9, per built file. */
const budgets = { 'livc.css': 25, 'livc.js': 40, 'process.css': 8, 'process.js': 65 }

rmSync(output, { recursive: true, force: true })
mkdirSync(join(output, 'fonts'), { recursive: true })

await Promise.all([...['livc', 'process'].map(styleSheet), scripts()])
for (const subset of ['latin', 'latin-ext']) {
  copyFileSync(
    join(modules, `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
    join(output, `fonts/source-sans-3-${subset}.woff2`)
  )
}
for (const image of readdirSync(join(root, 'src/images'))) {
  copyFileSync(join(root, 'src/images', image), join(output, image))
}
const fragments = join(output, '../../templates/fragments')
mkdirSync(fragments, { recursive: true })
writeFileSync(join(fragments, 'icons.html'), iconTemplate(join(modules, 'lucide-static/icons')))

let tooLarge = false
for (const [file, budget] of Object.entries(budgets)) {
  const kilobytes = gzipSync(readFileSync(join(output, file)), { level: 9 }).length / 1000
  const over = kilobytes > budget
  tooLarge ||= over
  console.log(`${file}: ${kilobytes.toFixed(1)} kB gzipped of ${budget}${over ? ' — OVER BUDGET' : ''}`)
}
if (tooLarge) {
  process.exit(1)
}

async function styleSheet(name) {
  const { css } = await sass.compileAsync(join(root, `src/css/${name}.scss`), {
    // MOJ Frontend asks for node_modules/govuk-frontend by that path.
    loadPaths: [root, modules],
    style: 'compressed',
    quietDeps: true
  })
  const { code } = await esbuild.transform(css, { loader: 'css', minify: true, legalComments: 'none' })
  writeFileSync(join(output, `${name}.css`), code)
}

function scripts() {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: ['start', 'livc', 'process'].map((name) => `src/js/${name}.js`),
    outdir: output,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'warning'
  })
}
