import type { CollectKit, KitTask } from '#contract/collect-api.ts'
import { consultationState } from '#core/consultation.ts'
import type { Task } from '#core/task.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { requireCollector } from './require-collector.ts'
import { sealingPublicKey } from './sealing-key.ts'

type KitDeps = Pick<
  Deps,
  'tasks' | 'consultations' | 'bills' | 'drafts' | 'contactPoints' | 'keys' | 'settings'
>

/** A closed window still takes what was collected in it (R14); an answered or withdrawn one has no use for more. */
const collectable = ['scheduled', 'open', 'closed']

/**
 * What a collector takes along: who they are, the contact point with its stations, and its tasks, the next due first.
 * Refuses `not-permitted`.
 */
export async function readCollectKit(deps: KitDeps, member: Member, now: Instant): Promise<CollectKit> {
  const contactPointId = requireCollector(member)
  const [contactPoint, tasks] = await Promise.all([
    deps.contactPoints.get(contactPointId),
    deps.tasks.listFor(contactPointId),
  ])
  const taken = await Promise.all(tasks.map((task) => kitTask(deps, task, now)))
  return {
    serverTime: now,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
    noticeVersion: deps.settings.noticeVersion,
    photosKeptDays: deps.settings.attachmentKeptDays,
    member: { id: member.id, name: member.name, role: member.role },
    contactPoint: {
      id: contactPoint.id,
      name: contactPoint.name,
      area: contactPoint.area,
      stations: contactPoint.stations.map(({ id, name, area }) => ({ id, name, area })),
    },
    tasks: taken.filter((task) => task !== undefined).sort(byDueDate),
    sealingKey: sealingPublicKey(deps.keys),
  }
}

async function kitTask(deps: KitDeps, task: Task, now: Instant): Promise<KitTask | undefined> {
  const consultation = await deps.consultations.get(task.consultationId)
  const status = consultationState(consultation, now)
  if (!collectable.includes(status)) return undefined
  const [bill, draft] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.drafts.get(consultation.draftId),
  ])
  return {
    consultationId: consultation.id,
    bill: { id: bill.id, title: bill.title, summary: bill.summary },
    draft: { id: draft.id, stage: draft.stage, title: draft.title, date: draft.datedOn },
    status,
    opensAt: consultation.opensAt,
    closesAt: consultation.closesAt,
    dueOn: task.dueOn,
    note: task.note,
  }
}

function byDueDate(a: KitTask, b: KitTask): number {
  return a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)
}
