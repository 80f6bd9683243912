import { existsSync, readdirSync } from 'node:fs'
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

let kept = true
for (const name of named.length > 0 ? named : all) {
  if (!existsSync(new URL(`${name}.ts`, here)))
    throw new Error(`no such bench: ${name}; there are ${all.join(', ')}`)
  const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<BenchResult> }
  const result = await bench()
  const ok = withinBudgets(result)
  kept &&= ok
  print(name, result, ok)
}
process.exitCode = kept ? 0 : 1
