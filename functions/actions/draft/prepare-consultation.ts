import type { NewConsultation } from '#contract/office-api.ts'
import type { Consultation } from '#core/consultation.ts'
import { deskId } from '#core/desk-id.ts'
import type { ConsultationId } from '#core/ids.ts'
import { requireLegalWindow } from '#core/legal-clock.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { requireTaskDates } from '#core/collecting/task-rules.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Prepares a consultation on a draft of the bill, with tasks for contact points; nothing is public yet.
 * Refuses `not-permitted`, `not-found` (bill, draft, contact point), `invalid-fields` (a draft of another bill, a
 * window that ends before it begins, a task outside it), `window-too-short` without a reason (R13), `already-exists`.
 */
export async function prepareConsultation(
  deps: Pick<
    Deps,
    'bills' | 'drafts' | 'consultations' | 'contactPoints' | 'tasks' | 'randomness' | 'settings' | 'audit'
  >,
  member: Member,
  input: NewConsultation,
  now: Instant,
): Promise<Consultation> {
  requirePermission(member, 'consultation.write')
  await requireReferences(deps, input)
  requireWindow(input, deps.settings)
  const { tasks, id: wanted, shortWindowReason, ...rest } = input
  const id = wanted ?? (deskId('c', deps.randomness) as ConsultationId)
  const stored = await deps.consultations.append({
    ...rest,
    id,
    ...(shortWindowReason && { shortWindowReason }),
    status: 'prepared',
    extensions: [],
    noticeVersion: deps.settings.noticeVersion,
    rev: 0,
  })
  for (const task of tasks)
    await deps.tasks.put({ ...task, consultationId: id, givenBy: member.id, givenAt: now, rev: 0 }, 0)
  const facts = { billId: input.billId, draftId: input.draftId, tasks: tasks.length }
  await writeAudit(deps, member, { action: 'consultation.prepare', subject: id, facts }, now)
  return stored
}

async function requireReferences(
  deps: Pick<Deps, 'bills' | 'drafts' | 'contactPoints'>,
  input: NewConsultation,
): Promise<void> {
  const [bill, draft] = await Promise.all([deps.bills.get(input.billId), deps.drafts.get(input.draftId)])
  if (draft.billId !== bill.id)
    throw new PortalError('invalid-fields', { fields: [{ field: 'draftId', code: 'unknown-choice' }] })
  await Promise.all(input.tasks.map((task) => deps.contactPoints.get(task.contactPointId)))
}

function requireWindow(input: NewConsultation, settings: Deps['settings']): void {
  if (input.closesAt <= input.opensAt)
    throw new PortalError('invalid-fields', {
      fields: [{ field: 'closesAt', code: 'closes-before-opening' }],
    })
  requireLegalWindow({
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    reason: input.shortWindowReason,
    minimumDays: settings.legalMinimumDays,
  })
  requireTaskDates(input.tasks, input, settings.utcOffsetMinutes)
}
