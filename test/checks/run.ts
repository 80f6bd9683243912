import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Every check of the project, one after another, and one closing line `N passed, N failed`.
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
  lint: ['oxlint', '--type-aware', '-c', 'test/checks/oxlint.json', '--quiet', '.'],
  types: ['tsc', '-p', '.'],
  pages: ['astro', 'check', '--root', 'site', '--minimumFailingSeverity', 'error'],
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

function run(command: string[]): Promise<number> {
  const [program = '', ...args] = command
  const child = spawn(join('node_modules', '.bin', program), args, { stdio: 'inherit' })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

async function check(name: string): Promise<Outcome> {
  const started = performance.now()
  const code = await run(checks[name] ?? [])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** Counts come from vitest's own report; a run that ends badly without a failed test is one failure. */
async function runTests(): Promise<Outcome> {
  const code = await run(tests)
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

const outcomes: Outcome[] = []
for (const name of Object.keys(checks))
  if (wanted.length === 0 || wanted.includes(name)) outcomes.push(await check(name))
if (wanted.length === 0 || wanted.includes('tests')) outcomes.push(await runTests())

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(`Node ${process.version} at ${node}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
