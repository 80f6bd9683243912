import type { ComparisonRow } from './comparison.ts'
import { headingRows } from './comparison-headings.ts'
import { readablePieces } from '../text/readable-pieces.ts'
import type { LineageLink } from './lineage.ts'
import { type LineageUnit, lineageUnits } from './lineage-units.ts'
import type { Provision } from '../draft/provision.ts'
import { splitPieces } from '../text/split-pieces.ts'
import { diffWords } from '../text/word-diff.ts'

/**
 * Compares two drafts article by article along a lineage: rows in the newer draft's order, what was removed behind
 * what stood before it, titles of 编 章 节 where they stand. Deterministic; `links` must be a lineage of these two
 * drafts, links on articles neither has are left out.
 */
export function compareTexts(
  from: readonly Provision[],
  to: readonly Provision[],
  links: readonly LineageLink[],
): ComparisonRow[] {
  const older = new Map(lineageUnits(from).map((unit) => [unit.id, unit]))
  const newer = new Map(lineageUnits(to).map((unit) => [unit.id, unit]))
  const rowsOf = new Map<string, ComparisonRow>()
  const removedBehind = new Map<string, ComparisonRow[]>()
  for (const row of links.flatMap((link) => linkRows(link, pick(older, link.from), pick(newer, link.to)))) {
    const at = row.to[0]?.id
    if (at !== undefined) rowsOf.set(at, row)
  }
  placeRemoved(links, older, removedBehind)
  const rows = [...(removedBehind.get('') ?? [])]
  for (const unit of newer.values()) {
    const row = rowsOf.get(unit.id)
    if (row !== undefined) rows.push(row)
    rows.push(...(removedBehind.get(unit.id) ?? []))
  }
  return headingRows(from, to, rows)
}

function pick(units: ReadonlyMap<string, LineageUnit>, ids: readonly string[]): LineageUnit[] {
  return ids.flatMap((id) => units.get(id) ?? [])
}

/** Behind the row of the nearest article before it that was neither removed nor moved; `''` before them all. */
function placeRemoved(
  links: readonly LineageLink[],
  older: ReadonlyMap<string, LineageUnit>,
  removedBehind: Map<string, ComparisonRow[]>,
): void {
  const linkOf = new Map(links.flatMap((link) => link.from.map((id) => [id as string, link] as const)))
  let behind = ''
  for (const unit of older.values()) {
    const link = linkOf.get(unit.id)
    if (link === undefined) continue
    const last = link.to.at(-1)
    if (last === undefined)
      removedBehind.set(behind, [...(removedBehind.get(behind) ?? []), ...linkRows(link, [unit], [])])
    else if (!link.moved) behind = last
  }
}

function linkRows(link: LineageLink, older: LineageUnit[], newer: LineageUnit[]): ComparisonRow[] {
  const { kind, numberChanged, moved } = link
  const pieces = readablePieces(diffWords(joined(older), joined(newer)))
  const row = { kind, numberChanged, moved, from: older.map(sideOf) }
  if (newer.length < 2) return [{ ...row, to: newer.map(sideOf), pieces }]
  const parts = splitPieces(
    pieces,
    newer.map(({ words }) => words.length),
  )
  return newer.map((unit, place) => ({
    ...row,
    to: [sideOf(unit)],
    part: place + 1,
    pieces: parts[place] ?? [],
  }))
}

function joined(units: readonly LineageUnit[]): string {
  return units.map(({ words }) => words).join('\n')
}

function sideOf({ id, provision }: LineageUnit): ComparisonRow['from'][number] {
  return { id, label: provision.kind === 'article' ? provision.label : '' }
}
