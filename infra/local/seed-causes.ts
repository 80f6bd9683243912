import { findProvision } from '#core/draft/find-provision.ts'
import { followedOutcomes } from '#core/lineage/causes.ts'
import { ConsultationId, DraftId, type ProvisionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { CauseInput, nameCause } from '../../functions/actions/lineage/name-cause.ts'
import type { Demo } from './demo/demo-type.ts'
import type { SeedDays } from './seed-days.ts'
import { unlessDone } from './unless-done.ts'

/** After the decisions, before the draft is released. */
const daysAgo = 10.75

/** Names the causes of the demo's changed articles; decisions must stand by now, because opinions are causes through them. */
export async function seedCauses(deps: Deps, demo: Demo, legislator: Member, days: SeedDays): Promise<void> {
  for (const { citation, kind, sentence, ...drafts } of demo.causes) {
    const pair = {
      fromDraftId: DraftId.parse(drafts.fromDraftId),
      toDraftId: DraftId.parse(drafts.toDraftId),
    }
    const article = findProvision((await deps.drafts.text(pair.toDraftId)).provisions, citation)
    if (article === undefined) throw new Error(`the demo cites ${citation}, which ${pair.toDraftId} has not`)
    const decisions = kind === 'opinions' ? await decisionsInto(deps, demo, pair.toDraftId, article.id) : []
    const input = CauseInput.parse({ side: 'to', provisionId: article.id, kind, sentence, decisions })
    await unlessDone(nameCause(deps, legislator, pair, input, 0, days.at(-daysAgo)))
  }
}

/** Decisions that were followed and whose words stand in an article. */
async function decisionsInto(deps: Deps, demo: Demo, draftId: DraftId, articleId: ProvisionId) {
  const found = []
  for (const { id } of demo.consultations) {
    const consultationId = ConsultationId.parse(id)
    for await (const page of deps.decisions.pages(consultationId))
      for (const { opinionId, outcome, resulting } of page)
        if (
          followedOutcomes.includes(outcome) &&
          resulting?.draftId === draftId &&
          articleIdOf(resulting.provisionId) === articleId
        )
          found.push({ consultationId, opinionId })
  }
  return found
}
