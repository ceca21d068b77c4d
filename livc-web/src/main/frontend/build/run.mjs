// What Maven runs: installs and builds only what changed since the last time, so that an unchanged front end costs
// a build a tenth of a second. Uses nothing outside Node itself, since it runs before anything is installed.
//
//   node build/run.mjs <folder for the built files> <file to remember the inputs' hash in>

import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [outputFolder, stampFile] = process.argv.slice(2).map((path) => resolve(path))
if (!outputFolder || !stampFile) {
  fail('usage: node build/run.mjs <output folder> <stamp file>')
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or later is needed to build the front end; this is ${process.versions.node}`)
}

const installed = join(root, 'node_modules', '.livc-installed')
const dependencies = hashOf(['package.json', 'package-lock.json', '.npmrc'])
if (remembered(installed) !== dependencies) {
  // Install scripts stay off: nothing that comes from a registry runs here before the build asks for it.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installed, dependencies)
}

const inputs = hashOf(['package.json', 'package-lock.json', ...filesUnder('build'), ...filesUnder('src')])
const stamp = `${inputs} ${outputFolder}`
if (remembered(stampFile) !== stamp || !existsSync(join(outputFolder, 'livc.css'))) {
  run(process.execPath, [join('build', 'build.mjs'), outputFolder])
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function remembered(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function run(command, args) {
  const shell = process.platform === 'win32' && command === 'npm'
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (error || status !== 0) {
    fail(`${command} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`)
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
