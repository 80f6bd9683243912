import type { PublishedBill, PublishedDraft } from '#contract/published.ts'
import { draftFormats, type DraftFormat } from '#core/draft/draft-formats.ts'
import type { CalendarDate } from '#core/time.ts'
import { writeDraft } from '#core/draft/write-draft.ts'
import { published } from './portal.ts'

/** A draft the public may see, with the bill it belongs to and what the bill says of it. */
export interface ReleasedDraft {
  bill: PublishedBill
  draft: PublishedDraft
  datedOn: CalendarDate
}

/** Every released draft of every bill. */
export function releasedDrafts(): ReleasedDraft[] {
  return published.bills.flatMap((bill) =>
    bill.drafts.flatMap(({ id, datedOn }) => {
      const draft = published.drafts.get(id)
      return draft ? [{ bill, draft, datedOn: datedOn as CalendarDate }] : []
    }),
  )
}

/** One draft in one open format. */
export function openFile({ bill, draft, datedOn }: ReleasedDraft, format: DraftFormat): Response {
  const facts = {
    billTitle: bill.title,
    beganOn: (bill.drafts[0]?.datedOn ?? datedOn) as CalendarDate,
    datedOn,
    authority: published.site.authority.organ,
  }
  return new Response(writeDraft(draft, facts, format), {
    headers: { 'content-type': draftFormats[format].mediaType },
  })
}
