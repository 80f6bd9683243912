import type { OfficeBillList, OfficeConsultation, TaskList } from '#contract/office-api.ts'
import type { DraftText } from '#core/bill.ts'
import { consultationState } from '#core/consultation.ts'
import { compareDrafts, laterDraftsOf } from '#core/draft/draft-order.ts'
import type { ConsultationId, DraftId } from '#core/ids.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { followDecisions } from './follow-decisions.ts'
import { type FactDeps, followFacts } from '../log/follow-facts.ts'

/** Every bill with its drafts, oldest first, and its consultations. Refuses `not-permitted`. */
export async function listOfficeBills(
  deps: Pick<Deps, 'bills' | 'drafts' | 'consultations'>,
  member: Member,
): Promise<OfficeBillList> {
  requirePermission(member, 'bill.read')
  const [bills, consultations] = await Promise.all([deps.bills.list(), deps.consultations.list()])
  const drafts = await Promise.all(bills.map(({ id }) => deps.drafts.listOf(id)))
  return {
    bills: bills.map((bill, place) => ({
      ...bill,
      drafts: [...(drafts[place] ?? [])].sort(compareDrafts),
      consultations: consultations.filter(({ billId }) => billId === bill.id),
    })),
  }
}

/** The text of a draft, published or not. Refuses `not-permitted`, `not-found`. */
export async function readOfficeDraft(
  deps: Pick<Deps, 'drafts'>,
  member: Member,
  id: DraftId,
): Promise<DraftText> {
  requirePermission(member, 'consultation.read')
  return deps.drafts.text((await deps.drafts.get(id)).id)
}

/** A consultation as the desk opens it. Refuses `not-permitted`, `not-found`. */
export async function readOfficeConsultation(
  deps: Pick<
    Deps,
    | 'consultations'
    | 'bills'
    | 'drafts'
    | 'tasks'
    | 'contactPoints'
    | 'opinionLog'
    | 'decisions'
    | 'standings'
  > &
    FactDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<OfficeConsultation> {
  requirePermission(member, 'consultation.read')
  const consultation = await deps.consultations.get(id)
  const [bill, meta, text, drafts, head, decided, tasks] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.drafts.get(consultation.draftId),
    deps.drafts.text(consultation.draftId),
    deps.drafts.listOf(consultation.billId),
    deps.opinionLog.head(id),
    countDecided(deps, id),
    listNamedTasks(deps, member, id),
  ])
  return {
    consultation,
    state: consultationState(consultation, now),
    bill,
    draft: { meta, provisions: text.provisions },
    laterDrafts: laterDraftsOf(meta, drafts),
    tasks,
    tallies: head.tallies,
    decided,
  }
}

/** Current opinions with an outcome, of those whose facts are known by now. */
async function countDecided(
  deps: FactDeps & Pick<Deps, 'decisions' | 'standings'>,
  id: ConsultationId,
): Promise<number> {
  const { log } = await followFacts(deps, id)
  const decided = await followDecisions(deps, id, log)
  const superseded = log.superseded()
  let count = 0
  for (let place = 0; place < log.size; place += 1)
    if (superseded[place] === 0 && decided[place] !== 0) count += 1
  return count
}

/** A contact point is shown its own task only. */
async function listNamedTasks(
  deps: Pick<Deps, 'tasks' | 'contactPoints'>,
  member: Member,
  id: ConsultationId,
): Promise<OfficeConsultation['tasks']> {
  const [tasks, contactPoints] = await Promise.all([deps.tasks.listOf(id), deps.contactPoints.list()])
  const isBound = isBoundToPoint(member.role)
  return tasks
    .filter((task) => !isBound || task.contactPointId === member.contactPointId)
    .map((task) => ({
      ...task,
      contactPointName: contactPoints.find((point) => point.id === task.contactPointId)?.name ?? '',
    }))
}

/** Tasks 征询任务: a contact point's own, or all of them for legislators and auditors; the next due first. */
export async function listTasks(
  deps: Pick<Deps, 'tasks' | 'consultations' | 'bills' | 'contactPoints' | 'opinionLog'>,
  member: Member,
  now: Instant,
): Promise<TaskList> {
  requirePermission(member, 'task.read')
  const [consultations, bills] = await Promise.all([deps.consultations.list(), deps.bills.list()])
  const listed = await Promise.all(
    consultations.map(async (consultation) => {
      const tasks = await listNamedTasks(deps, member, consultation.id)
      if (tasks.length === 0) return []
      const { tallies } = await deps.opinionLog.head(consultation.id)
      return tasks.map((task) => ({
        ...task,
        billTitle: bills.find(({ id }) => id === consultation.billId)?.title ?? '',
        state: consultationState(consultation, now),
        closesAt: consultation.closesAt,
        received: tallies.byContactPoint[task.contactPointId] ?? 0,
      }))
    }),
  )
  return { tasks: listed.flat().sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))) }
}
