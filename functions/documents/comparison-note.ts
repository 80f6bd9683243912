import { causeKindNames } from '#core/lineage/causes.ts'
import type { NamedCause } from '#core/lineage/causes-along.ts'
import type { ComparisonRow } from '#core/lineage/comparison.ts'

/** Why an article of a row changed; `step` says between which drafts that was, where not between the two compared. */
export interface RowCause extends Omit<NamedCause, 'step'> {
  step?: string
}

/**
 * What the third column 说明 says of a row, one sentence a line: what became of the article, then why it changed, as far
 * as causes were named, oldest first. Nothing for an article that is as it was.
 */
export function comparisonNote(row: ComparisonRow, causes: readonly RowCause[]): string[] {
  const lines = [...becameOf(row), ...(row.moved ? ['位置移动。'] : [])]
  for (const { kind, sentence, step } of causes)
    lines.push(`${step === undefined ? '' : `${step}　`}${causeKindNames[kind]}：${sentence}`)
  return lines
}

function becameOf({ kind, from, to, numberChanged, part }: ComparisonRow): string[] {
  const old = named(from)
  if (kind === 'added') return ['新增。']
  if (kind === 'removed') return ['删去。']
  if (kind === 'merged') return [`由${old}合并。`]
  if (kind === 'split') return [`由${old}拆分${part === undefined ? '' : `（第${part}部分）`}。`]
  const number = numberChanged ? `${old}改为${named(to)}` : ''
  if (kind === 'renumbered') return [`${number}，文字未改。`]
  if (kind === 'edited') return [number === '' ? '修改。' : `${number}，并作修改。`]
  return []
}

function named(sides: ComparisonRow['from']): string {
  return sides.map(({ label }) => label || '前文').join('、')
}
