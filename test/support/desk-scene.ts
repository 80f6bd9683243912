import { createBill } from '../../functions/actions/draft/create-bill.ts'
import { importDraft } from '../../functions/actions/draft/import-draft.ts'
import { announceConsultation } from '../../functions/actions/draft/move-consultation.ts'
import { prepareConsultation } from '../../functions/actions/draft/prepare-consultation.ts'
import { putContactPoint } from '../../functions/actions/people/manage-contact-points.ts'
import type { DraftMeta } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import type { CalendarDate } from '#core/time.ts'
import {
  admin,
  askedStatute,
  eastPoint,
  laterStatute,
  legislator,
  newConsultation,
  sceneTimes,
  westPoint,
} from './desk-scene-data.ts'
import { makeTestDeps, type TestDeps } from './test-portal.ts'

/** A portal with one announced consultation, two contact points with tasks, and a later draft nobody has released. */
export interface DeskScene {
  deps: TestDeps
  consultation: Consultation
  asked: DraftMeta
  later: DraftMeta
}

/** Builds the scene through the desk's own actions; the clock stands in the middle of the window. */
export async function makeDeskScene(options: { withLaterDraft?: boolean } = {}): Promise<DeskScene> {
  const { before } = sceneTimes
  const deps = await makeTestDeps({ now: before })
  const billId = 'riverbank' as BillId
  await createBill(
    deps,
    legislator,
    { id: billId, title: '云溪市河岸使用条例', summary: '管河岸怎么用。' },
    before,
  )
  for (const [id, name] of [
    [eastPoint, '东桥街道基层立法联系点'],
    [westPoint, '西渡镇基层立法联系点'],
  ] as const)
    await putContactPoint(deps, admin, id, aContactPoint(name), 0, before)
  const asked = await importDraft(
    deps,
    legislator,
    billId,
    {
      id: 'rb-1' as DraftId,
      stage: 'consultation',
      datedOn: '2026-10-15' as CalendarDate,
      text: askedStatute,
    },
    before,
  )
  const later =
    options.withLaterDraft === false
      ? asked
      : await importDraft(
          deps,
          legislator,
          billId,
          {
            id: 'rb-2' as DraftId,
            stage: 'firstReading',
            datedOn: '2026-12-01' as CalendarDate,
            text: laterStatute,
          },
          before,
        )
  const prepared = await prepareConsultation(deps, legislator, newConsultation(billId, asked.id), before)
  const consultation = await announceConsultation(deps, legislator, prepared.id, prepared.rev, before)
  deps.clock.set(sceneTimes.during)
  return { deps, consultation, asked, later }
}

function aContactPoint(name: string) {
  return {
    name,
    owner: 'npc' as const,
    tier: 'district' as const,
    area: '东桥',
    address: '东桥路2号',
    phone: '0000-1',
    openingHours: '工作日',
    stations: [],
  }
}
