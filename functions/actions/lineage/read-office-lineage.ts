import { compareTexts } from '#core/lineage/compare-texts.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import type { Lineage } from '#core/lineage/lineage.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import type { Member } from '#core/member.ts'
import { may } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { ArticleChoice, OfficeLineage } from '#contract/lineage-api.ts'
import { readLineage, type ReadLineage } from './read-lineage.ts'

/** Two drafts of a bill, older first. */
export interface DraftPair {
  billId: BillId
  fromDraftId: DraftId
  toDraftId: DraftId
}

/**
 * The lineage of two drafts as the desk reviews it: links, the comparison along them, and every article that can be
 * chosen; who corrected is told to those who read all of a bill's opinions. Refuses as `readLineage` does, and `not-found` when the drafts are another bill's.
 */
export async function readOfficeLineage(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'members'>,
  member: Member,
  drafts: DraftPair,
): Promise<OfficeLineage> {
  const read = await readLineageOfBill(deps, member, drafts)
  const names = may(member, 'opinion.readAll') ? await correctorsOf(deps, read.lineage) : {}
  return { ...officeLineageOf(read), names }
}

async function correctorsOf(
  deps: Pick<Deps, 'members'>,
  { links }: Lineage,
): Promise<Record<string, string>> {
  const ids = new Set(links.flatMap(({ correctedBy }) => correctedBy ?? []))
  if (ids.size === 0) return {}
  const known = await deps.members.list()
  return Object.fromEntries(known.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name]))
}

/** `readLineage` for drafts that must be of this bill. */
export async function readLineageOfBill(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  member: Member,
  { billId, fromDraftId, toDraftId }: DraftPair,
): Promise<ReadLineage> {
  const read = await readLineage(deps, member, fromDraftId, toDraftId)
  if (read.to.meta.billId !== billId) throw new PortalError('not-found', { kind: 'draft', id: toDraftId })
  return read
}

function officeLineageOf({ from, to, lineage }: ReadLineage): Omit<OfficeLineage, 'names'> {
  const [older, newer] = [from.text.provisions, to.text.provisions]
  return {
    from: from.meta,
    to: to.meta,
    lineage,
    articles: { from: choicesOf(older), to: choicesOf(newer) },
    rows: compareTexts(older, newer, lineage.links),
  }
}

/** So many characters tell one article from another in a list. */
const openingChars = 24

function choicesOf(provisions: readonly Provision[]): ArticleChoice[] {
  return lineageUnits(provisions).map(({ id, provision, words }) => ({
    id,
    label: provision.kind === 'article' ? provision.label : '',
    opening: Array.from(words.replaceAll('\n', '')).slice(0, openingChars).join(''),
  }))
}
