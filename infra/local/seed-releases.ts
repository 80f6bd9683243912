import { DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { releaseDraft } from '../../functions/actions/draft/release-draft.ts'
import type { Demo } from './demo/demo-type.ts'
import type { SeedDays } from './seed-days.ts'

/** Lets the public see the demo's later drafts; by now every change in them has its cause (R6). */
export async function seedReleases(
  deps: Deps,
  demo: Demo,
  legislator: Member,
  days: SeedDays,
): Promise<void> {
  for (const { id, releasedDaysAgo } of demo.drafts) {
    if (releasedDaysAgo === undefined) continue
    const { id: draftId, rev } = await deps.drafts.get(DraftId.parse(id))
    await releaseDraft(deps, legislator, draftId, rev, days.at(-releasedDaysAgo))
  }
}
