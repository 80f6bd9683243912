import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Every check of the project, two at a time, then the tests, and one closing line `N passed, N failed`.
 *   npm test                     everything
 *   npm run check -- lint types  only these
 */

interface Outcome {
  passed: number
  failed: number
}

const report = join(mkdtempSync(join(tmpdir(), 'kaimen-test-')), 'vitest.json')
const node = process.execPath

const checks: Record<string, string[]> = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  types: ['tsc', '-p', '.'],
  pages: ['astro', 'check', '--root', 'site', '--minimumFailingSeverity', 'error'],
  lint: ['oxlint', '--type-aware', '-c', 'test/checks/oxlint.json', '--quiet', '.'],
  boundaries: [
    'depcruise',
    '--config',
    'test/checks/boundaries.cjs',
    'functions',
    'infra',
    'site/src',
    'test',
  ],
  deadcode: ['knip', '--config', 'test/checks/knip.json', '--no-progress'],
}
const tests = [
  'vitest',
  'run',
  '--config',
  'test/checks/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]

function start([program = '', ...args]: string[], stdio: 'inherit' | 'pipe'): ChildProcess {
  return spawn(join('node_modules', '.bin', program), args, { stdio: ['inherit', stdio, stdio] })
}

const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))

/** What a check says is shown when it has ended: two speak at once. */
async function check(name: string): Promise<Outcome> {
  const started = performance.now()
  const child = start(checks[name] ?? [], 'pipe')
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => (said += piece))
  const code = await endOf(child)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${said}${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** Two at a time: most of them keep one core busy. */
async function runChecks(names: string[]): Promise<Outcome[]> {
  const waiting = [...names]
  const lane = async () => {
    const outcomes: Outcome[] = []
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      outcomes.push(await check(name))
    return outcomes
  }
  return (await Promise.all([lane(), lane()])).flat()
}

/** Counts come from vitest's own report; a run that ends badly without a failed test is one failure. */
async function runTests(): Promise<Outcome> {
  const code = await endOf(start(tests, 'inherit'))
  const { numPassedTests: passed, numFailedTests: failed } = readReport()
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function readReport(): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => name !== 'tests' && !(name in checks))
if (unknown.length > 0)
  throw new Error(`no such check: ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}, tests`)

const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
const outcomes = await runChecks(Object.keys(checks).filter(isWanted))
if (isWanted('tests')) outcomes.push(await runTests())

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(`Node ${process.version} at ${node}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
