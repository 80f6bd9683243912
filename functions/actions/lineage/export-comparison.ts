import type { DraftMeta } from '#core/bill.ts'
import type { DraftId } from '#core/ids.ts'
import { draftStageNames } from '#core/names.ts'
import type { Deps } from '#core/ports.ts'
import { comparisonDocx } from '../../documents/comparison-docx.ts'
import { readComparison, type Reader } from './read-lineage.ts'

/**
 * The comparison of two drafts as a Word file, streamed, under a name that says what it is. The columns are headed by the
 * drafts' stages and dates. Refuses as `readLineage` does.
 */
export async function exportComparison(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'causes'>,
  reader: Reader,
  fromDraftId: DraftId,
  toDraftId: DraftId,
): Promise<{ fileName: string; chunks: AsyncGenerator<Uint8Array> }> {
  const { from, to, rows, causes } = await readComparison(deps, reader, fromDraftId, toDraftId)
  const { title } = to.text
  const columns = [nameOf(from.meta), nameOf(to.meta)] as const
  return {
    fileName: `${title}修改前后对照表.docx`,
    chunks: comparisonDocx({ title, columns, rows, causes }),
  }
}

function nameOf({ stage, datedOn }: DraftMeta): string {
  return `${draftStageNames[stage]}（${datedOn}）`
}
