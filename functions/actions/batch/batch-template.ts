import { deskId } from '#core/desk-id.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { closingDate } from '#core/collecting/task-rules.ts'
import { batchTemplateXlsx } from '../../documents/batch-template-xlsx.ts'
import { provisionChoices } from './provision-choices.ts'
import { requireUploader } from './require-uploader.ts'

/** Numbered rows prepared for filling in: a contact point brings 20–150 opinions a draft. */
const preparedRows = 300

/**
 * The table a contact point fills in, .xlsx, with the draft's articles as a drop-down and a batch id of its own inside,
 * so that the file is known again whatever it is called. Refuses `not-permitted`, `not-found`.
 */
export async function batchTemplate(
  deps: Pick<Deps, 'consultations' | 'bills' | 'drafts' | 'tasks' | 'randomness' | 'settings'>,
  member: Member,
  consultationId: ConsultationId,
  shelf?: ContactPointId,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const contactPointId = requireUploader(member, shelf)
  const consultation = await deps.consultations.get(consultationId)
  const [bill, draft, tasks] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.drafts.text(consultation.draftId),
    deps.tasks.listOf(consultationId),
  ])
  const task = tasks.find((held) => held.contactPointId === contactPointId)
  const bytes = await batchTemplateXlsx({
    consultationId,
    batchId: deskId('b', deps.randomness, 12),
    title: draft.title,
    dueOn: task?.dueOn ?? closingDate(consultation.closesAt, deps.settings.utcOffsetMinutes),
    provisionChoices: ['全文', ...provisionChoices(draft.provisions)],
    categories: consultation.categories,
    rows: preparedRows,
  })
  return { fileName: `意见采集表-${bill.title}.xlsx`, bytes }
}
