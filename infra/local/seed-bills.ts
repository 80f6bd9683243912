import { readFile } from 'node:fs/promises'
import { NewBill, NewConsultation, NewDraft } from '#contract/office-api.ts'
import { BillId, ConsultationId, DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { createBill } from '../../functions/actions/draft/create-bill.ts'
import { importDraft } from '../../functions/actions/draft/import-draft.ts'
import { announceConsultation } from '../../functions/actions/draft/move-consultation.ts'
import { prepareConsultation } from '../../functions/actions/draft/prepare-consultation.ts'
import type { Demo, DemoConsultation, DemoDraft } from './demo/demo-type.ts'
import type { SeedDays } from './seed-days.ts'
import { unlessDone } from './unless-done.ts'

/** Puts bills, their drafts and their consultations in, through the same actions a legislator uses. */
export async function seedBills(deps: Deps, demo: Demo, legislator: Member, days: SeedDays): Promise<void> {
  for (const { createdDaysAgo, ...bill } of demo.bills)
    await unlessDone(createBill(deps, legislator, NewBill.parse(bill), days.at(-createdDaysAgo)))
  await Promise.all(demo.drafts.map((draft) => seedDraft(deps, draft, legislator, days)))
  await Promise.all(
    demo.consultations.map((consultation) => seedConsultation(deps, demo, consultation, legislator, days)),
  )
}

async function seedDraft(deps: Deps, draft: DemoDraft, legislator: Member, days: SeedDays): Promise<void> {
  const id = DraftId.parse(draft.id)
  const text = await readFile(new URL(`demo/texts/${draft.textFile}`, import.meta.url), 'utf8')
  const datedOn = days.on(-draft.datedDaysAgo)
  const input = NewDraft.parse({ id, stage: draft.stage, datedOn, text })
  await unlessDone(
    importDraft(deps, legislator, BillId.parse(draft.billId), input, days.at(-draft.datedDaysAgo)),
  )
}

async function seedConsultation(
  deps: Deps,
  demo: Demo,
  consultation: DemoConsultation,
  legislator: Member,
  days: SeedDays,
): Promise<void> {
  const { opensInDays, closesInDays, answerExpectedInDays, answeredDaysAgo: _, ...rest } = consultation
  const preparedAt = days.at(Math.min(0, opensInDays) - 1)
  const input = NewConsultation.parse({
    ...rest,
    opensAt: days.opening(opensInDays),
    closesAt: days.closing(closesInDays),
    answerExpectedOn: days.on(answerExpectedInDays),
    tasks: demo.tasks
      .filter(({ consultationId }) => consultationId === consultation.id)
      .map(({ contactPointId, dueInDays, note }) => ({ contactPointId, dueOn: days.on(dueInDays), note })),
  })
  await unlessDone(prepareConsultation(deps, legislator, input, preparedAt))
  const id = ConsultationId.parse(consultation.id)
  const held = await deps.consultations.get(id)
  if (held.status === 'prepared') await announceConsultation(deps, legislator, id, held.rev, preparedAt)
}
