import type { DraftMeta, DraftText } from '#core/bill.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import type { ComparisonRow } from '#core/lineage/comparison.ts'
import { draftNameAmong } from '#core/draft/draft-name.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import type { DraftId } from '#core/ids.ts'
import type { Lineage } from '#core/lineage/lineage.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { computedLinks } from './computed-links.ts'
import type { RowCause } from '../../documents/comparison-note.ts'
import { findLineage } from './find-lineage.ts'
import { namedCauses } from './named-causes.ts'

/** Who reads: a member of the staff, or anybody, who is shown released drafts only. */
export type Reader = Member | 'public'

/** Two drafts of one bill, their texts, and what became of each article between them. */
export interface ReadLineage {
  from: { meta: DraftMeta; text: DraftText }
  to: { meta: DraftMeta; text: DraftText }
  lineage: Lineage
}

/**
 * The lineage 条文沿革 of any two drafts of a bill, as people corrected it, else as computed (`rev` 0) with what they
 * corrected between the drafts on the way. Refuses
 * `not-permitted`, `not-found` (also a draft the public may not see), `different-bills`.
 */
export async function readLineage(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  reader: Reader,
  fromDraftId: DraftId,
  toDraftId: DraftId,
): Promise<ReadLineage> {
  if (reader !== 'public') requirePermission(reader, 'consultation.read')
  const [from, to] = await Promise.all([
    readDraft(deps, reader, fromDraftId),
    readDraft(deps, reader, toDraftId),
  ])
  const { billId } = to.meta
  if (from.meta.billId !== billId) throw new PortalError('different-bills', { fromDraftId, toDraftId })
  const lineage = (await findLineage(deps, from.meta, to.meta)) ?? {
    billId,
    fromDraftId,
    toDraftId,
    links: computedLinks(deps.drafts, from.text, to.text),
    rev: 0,
  }
  return { from, to, lineage }
}

/**
 * The comparison 修改前后对照 of two drafts with the causes named so far, those of the public drafts between them
 * included, each with the step it was named for. Refuses as `readLineage` does.
 */
export async function readComparison(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'causes'>,
  reader: Reader,
  fromDraftId: DraftId,
  toDraftId: DraftId,
): Promise<ReadLineage & { rows: ComparisonRow[]; causes: RowCause[] }> {
  const read = await readLineage(deps, reader, fromDraftId, toDraftId)
  const rows = compareTexts(read.from.text.provisions, read.to.text.provisions, read.lineage.links)
  const drafts = await deps.drafts.listOf(read.to.meta.billId)
  const named = await namedCauses(deps, read.from.meta, read.to.meta, publicBetween(drafts, read))
  const nameOf = (id: DraftId) => draftNameAmong(drafts, id)
  const causes = named.map(({ step, ...cause }) => ({
    ...cause,
    ...(step && { step: `${nameOf(step.fromDraftId)}→${nameOf(step.toDraftId)}` }),
  }))
  return { ...read, rows, causes }
}

/** The drafts the public knows between two of a bill, oldest first. */
export function publicBetween(
  drafts: readonly DraftMeta[],
  { from, to }: Pick<ReadLineage, 'from' | 'to'>,
): DraftMeta[] {
  return drafts
    .filter(({ publishedAt }) => publishedAt !== undefined)
    .filter((draft) => compareDrafts(from.meta, draft) < 0 && compareDrafts(draft, to.meta) < 0)
    .toSorted(compareDrafts)
}

async function readDraft(
  deps: Pick<Deps, 'drafts'>,
  reader: Reader,
  id: DraftId,
): Promise<{ meta: DraftMeta; text: DraftText }> {
  const meta = await deps.drafts.get(id)
  if (reader === 'public' && meta.publishedAt === undefined)
    throw new PortalError('not-found', { kind: 'draft', id })
  return { meta, text: await deps.drafts.text(id) }
}
