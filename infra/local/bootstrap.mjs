// `npm start` and `npm test` begin here, on any Node from 20 on, before anything is installed:
// install exactly what the lock says, the engines' Java, and for tests a browser; then hand over to Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const java = {
  command: 'java',
  debian: ['openjdk-17-jre-headless'],
  why: 'the local database engine runs on Java 17 or newer',
}
const testTools = [
  {
    command: 'chromium',
    debian: ['chromium', 'fonts-wqy-microhei'],
    why: 'the journeys run in a real browser',
  },
  {
    command: 'soffice',
    debian: ['libreoffice-calc-nogui'],
    why: 'the tables are opened by a second program',
  },
  {
    command: 'soffice',
    part: '/usr/lib/libreoffice/program/libswlo.so',
    debian: ['libreoffice-writer-nogui'],
    why: 'the Word files are opened by a second program',
  },
  { command: 'zbarimg', debian: ['zbar-tools'], why: 'the printed QR codes are read back' },
  { command: 'pdftoppm', debian: ['poppler-utils'], why: 'printed pages are looked at as pictures' },
]

function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a command to its end; its output is shown only when it fails. */
function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (done.status !== 0)
    stop(`${command} ${args.join(' ')} failed:\n${done.stdout ?? ''}${done.stderr ?? done.error ?? ''}`)
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

/** Debian packs one program in several packages: then a part of it must be there too. */
function isThere({ command, part }) {
  return has(command) && (part === undefined || !has('apt-get') || existsSync(part))
}

/** Whether node_modules holds every package of the lock, at the lock's version (npm's own record of what it installed). */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  )
}

function installPackages() {
  if (isInstalled()) return
  say('Installing the exact dependencies (about a minute, once) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Installs missing programs on Debian as root; anywhere else says in one sentence what to install. */
function installPrograms(programs) {
  const missing = programs.filter((program) => !isThere(program))
  if (missing.length === 0) return
  const packages = missing.flatMap(({ debian }) => debian)
  if (!has('apt-get') || process.getuid?.() !== 0)
    stop(`Please install ${packages.join(', ')} and try again: ${missing.map(({ why }) => why).join('; ')}.`)
  say(`Installing ${packages.join(', ')} …`)
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** The Node that runs the project: the locked one where it exists, else this one when it is new enough. */
function projectNode() {
  if (existsSync(node24)) return node24
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `Kaimen runs on Node 24; this is Node ${process.versions.node}. Please install Node 24 and try again.`,
  )
}

/** Hands over; signals reach the child, and the child's end is ours. The IPC channel tells it when we are gone. */
function handOver(args) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  const child = spawn(projectNode(), args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  })
  // A terminal has sent it to the child as well, somebody with `kill` has not; hearing it twice does no harm.
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

const [task, ...rest] = process.argv.slice(2)
installPackages()
installPrograms(task === 'test' ? [java, ...testTools] : [java])
handOver([task === 'test' ? 'test/checks/run.ts' : 'infra/local/portal.ts', ...rest])
