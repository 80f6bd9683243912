import type { DraftMeta } from '#core/bill.ts'
import { nameCauses } from '../../functions/actions/lineage/name-cause.ts'
import { owedCauses } from '../../functions/actions/draft/release-gaps.ts'
import { legislator, sceneTimes } from './desk-scene-data.ts'
import type { TestDeps } from './test-portal.ts'

/** Names a cause for every change a draft still owes one for, so that it may be released (R6). */
export async function nameEveryCause(deps: TestDeps, draft: DraftMeta): Promise<void> {
  for (const { missing, changed: _, ...drafts } of await owedCauses(deps, legislator, [draft])) {
    const causes = missing.map(({ side, provisionId }) => ({
      side,
      provisionId,
      kind: 'deliberation' as const,
      sentence: '审议时提出。',
      decisions: [],
    }))
    await nameCauses(deps, legislator, drafts, causes, sceneTimes.during)
  }
}
