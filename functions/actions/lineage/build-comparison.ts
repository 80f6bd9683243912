import type { DraftMeta } from '#core/bill.ts'
import type { Member } from '#core/member.ts'
import { draftStageNames } from '#core/names.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { comparisonDocx } from '../../documents/comparison-docx.ts'
import { readComparison } from './read-lineage.ts'
import type { DraftPair } from './read-office-lineage.ts'

/**
 * The comparison 修改前后对照表 of two drafts as a .docx with the causes named so far, and the name it is saved under.
 * Refuses as `readLineage` does, and `not-found` when the drafts are another bill's; all before the first chunk.
 */
export async function comparisonFile(
  deps: Pick<Deps, 'bills' | 'drafts' | 'lineages' | 'causes'>,
  member: Member,
  { billId, fromDraftId, toDraftId }: DraftPair,
): Promise<{ fileName: string; chunks: AsyncIterable<Uint8Array> }> {
  const { from, to, rows, causes } = await readComparison(deps, member, fromDraftId, toDraftId)
  if (to.meta.billId !== billId) throw new PortalError('not-found', { kind: 'draft', id: toDraftId })
  const { title } = await deps.bills.get(billId)
  const columns = [nameOf(from.meta), nameOf(to.meta)] as const
  return {
    fileName: `${title}修改前后对照表（${columns.join('、')}）.docx`,
    chunks: comparisonDocx({ title, columns, rows, causes }),
  }
}

function nameOf({ stage }: DraftMeta): string {
  return draftStageNames[stage]
}
