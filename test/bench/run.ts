import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { withinBudgets, type BenchResult } from './bench.ts'

/*
 *   npm run bench                      every bench, as a table
 *   npm run bench -- NAME [--json]     one; --json prints one line {name, figures, budgets, ok}
 * CPU time, counted writes and bytes; never wall time.
 */

const own = new Set(['bench.ts', 'run.ts'])
const here = new URL('.', import.meta.url)
const args = process.argv.slice(2)
const json = args.includes('--json')
const named = args.filter((arg) => !arg.startsWith('--'))
const all = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !own.has(file) && !file.startsWith('support-'))
  .map((file) => file.slice(0, -3))

function print(name: string, result: BenchResult, ok: boolean): void {
  if (json) {
    console.log(JSON.stringify({ name, figures: result.figures, budgets: result.budgets, ok }))
    return
  }
  console.log(`\n${name}${ok ? '' : '  over budget'}`)
  for (const [figure, value] of Object.entries(result.figures)) {
    const budget = result.budgets[figure]
    const bound = budget === undefined ? '' : `${result.floor?.includes(figure) ? '≥' : '≤'} ${budget}`
    console.log(`  ${figure.padEnd(28)} ${String(Number(value.toPrecision(4))).padStart(12)}  ${bound}`)
  }
}

async function runOne(name: string): Promise<boolean> {
  const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<BenchResult> }
  const result = await bench()
  const ok = withinBudgets(result)
  print(name, result, ok)
  return ok
}

/**
 * In a process of its own: what one bench holds is no other's memory. Linux hands the largest resident memory of a
 * process on to what it starts (getrusage(2)), so this one stays small.
 */
function runApart(name: string): boolean {
  const flags = json ? ['--json'] : []
  return (
    spawnSync(process.execPath, [import.meta.filename, name, ...flags], { stdio: 'inherit' }).status === 0
  )
}

const asked = named.length > 0 ? named : all
for (const name of asked)
  if (!all.includes(name)) throw new Error(`no such bench: ${name}; there are ${all.join(', ')}`)
const kept: boolean[] = []
if (asked.length === 1) kept.push(await runOne(asked[0] as string))
else for (const name of asked) kept.push(runApart(name))
process.exitCode = kept.every(Boolean) ? 0 : 1
