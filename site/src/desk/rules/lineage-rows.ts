import type { OfficeCauses, OfficeLineage } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/lineage/causes.ts'
import type { ComparisonRow } from '#core/lineage/comparison.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'

/** One row of the review: what became of an article, its words, and what is still to be said about it. */
export interface ReviewRow {
  /** Stays the same while people correct other rows. */
  key: string
  row: ComparisonRow
  link: LineageLink | undefined
  /** Likely enough not to need a second look; `undefined` where nothing was matched or nothing changed. */
  sure: boolean | undefined
  /** What a cause is named for; `undefined` when nothing a person wrote was changed (R6). */
  subject: CauseSubject | undefined
}

export const reviewFilters = ['changed', 'unsure', 'causeless', 'all'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

/** Below this a computed match is shown as one to look at. */
const likely = 0.6

/** The rows of a comparison, each with its link of the lineage. */
export function reviewRows({ lineage, rows }: Pick<OfficeLineage, 'lineage' | 'rows'>): ReviewRow[] {
  const linkOf = new Map<string, LineageLink>()
  for (const link of lineage.links) {
    for (const id of link.to) linkOf.set(`to ${id}`, link)
    for (const id of link.from) linkOf.set(`from ${id}`, link)
  }
  return rows.map((row) => {
    const subject = subjectOf(row)
    const key = subject ? subjectKey(subject) : ''
    const link = row.kind === 'heading' ? undefined : linkOf.get(key)
    const isChanged = link !== undefined && link.kind !== 'same' && link.kind !== 'renumbered'
    return {
      key: `${row.kind === 'heading' ? 'heading ' : ''}${key}`,
      row,
      link,
      sure: sureness(link),
      subject: isChanged ? subject : undefined,
    }
  })
}

/** By its place in the newer draft, or in the older one where it was removed, as causes are kept. */
function subjectOf({ from, to }: ComparisonRow): CauseSubject | undefined {
  if (to[0]) return { side: 'to', provisionId: to[0].id }
  return from[0] && { side: 'from', provisionId: from[0].id }
}

function sureness(link: LineageLink | undefined): boolean | undefined {
  if (!link || !['edited', 'split', 'merged'].includes(link.kind)) return undefined
  return link.correctedBy !== undefined || link.score >= likely
}

export function subjectKey({ side, provisionId }: CauseSubject): string {
  return `${side} ${provisionId}`
}

/** What of a list of causes, or of articles that owe one, concerns a row. */
export function causeOf<C extends CauseSubject>(
  causes: readonly C[],
  subject: CauseSubject | undefined,
): C | undefined {
  if (subject === undefined) return undefined
  return causes.find((cause) => subjectKey(cause) === subjectKey(subject))
}

/** Rows a person asked for, `causeless` by the articles that owe a cause (`missing`); the most uncertain come first. */
export function filterRows(
  rows: readonly ReviewRow[],
  filter: ReviewFilter,
  missing: readonly CauseSubject[] = [],
): ReviewRow[] {
  if (filter === 'all') return [...rows]
  if (filter === 'unsure') return rows.filter(({ sure }) => sure === false).toSorted(byScore)
  const changed = rows.filter(({ subject }) => subject !== undefined)
  if (filter === 'changed') return changed
  return changed.filter(({ subject }) => causeOf(missing, subject) !== undefined)
}

function byScore(a: ReviewRow, b: ReviewRow): number {
  return (a.link?.score ?? 0) - (b.link?.score ?? 0)
}

/** The followed decisions that concern this row: pointing into the new article, or about an old one it came from. */
export function decisionsOn(
  review: ReviewRow,
  decisions: OfficeCauses['decisions'],
): OfficeCauses['decisions'] {
  return decisions.filter(concerns(review))
}

function concerns({ subject, row }: ReviewRow): (place: CauseSubject) => boolean {
  const older = new Set<string>(row.from.map(({ id }) => id))
  return ({ side, provisionId }) => {
    if (subject === undefined) return false
    return side === 'to'
      ? subject.side === 'to' && provisionId === subject.provisionId
      : older.has(provisionId)
  }
}

/** How many decisions concern this row besides those that are listed. */
export function unlistedOn(review: ReviewRow, unlisted: OfficeCauses['unlisted']): number {
  return unlisted.filter(concerns(review)).reduce((sum, { count }) => sum + count, 0)
}

/** 「第二条 → 第三条」, one number where both are the same. `outside` names words outside any article. */
export function rowLabel({ row }: ReviewRow, outside: string): string {
  const side = (labels: ReviewRow['row']['from']) => labels.map(({ label }) => label || outside).join('、')
  const [from, to] = [side(row.from), side(row.to)]
  if (from === '' || to === '' || from === to) return from || to
  return `${from} → ${to}`
}
