// `npm ci` refuses a lock in which optional packages of foreign platforms are missing ("Missing: … from lock file").
// npm leaves them out when the registry at hand does not serve them. This adds the entry npm would have written,
// without an address: version, operating system and processor, so that the lock installs everywhere.
// Run through `npm run lock` after every change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
]
const aliases = { gnueabihf: 'arm', musleabihf: 'arm', eabi: 'arm', mipsel: 'mips64el' }

/** What a platform package's name says of where it runs: `@x/y-linux-arm64-musl` → linux, arm64, musl. */
export function platformOf(name) {
  const words = name.split(/[/@_-]+/)
  const os = systems.find((system) => words.includes(system))
  const word = words.map((part) => aliases[part] ?? part)
  const cpu = processors.find((processor) => word.includes(processor))
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') && os === 'linux' ? 'glibc' : undefined
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) }
}

/** Adds the missing entries to a lock (format 3) in place; returns the names it added. */
export function addStubs(lock) {
  const added = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lock.packages[`${path}/node_modules/${name}`]) continue
      const hoisted = lock.packages[`node_modules/${name}`]
      const exact = /^\d/.test(range)
      if (hoisted && (!exact || hoisted.version === range)) continue
      const version = range.replace(/^[~^]/, '')
      const platform = platformOf(name)
      if (!platform.os && !platform.cpu) throw new Error(`no platform in the name of ${name}: add it by hand`)
      const place = hoisted ? `${path}/node_modules/${name}` : `node_modules/${name}`
      lock.packages[place] = { version, ...platform, dev: true, optional: true }
      added.push(name)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
  return added
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = addStubs(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${added.length} entries for foreign platforms added to package-lock.json\n`)
}
