import type { Consultation } from '#core/consultation.ts'
import { codeOf, DecisionStanding } from '#core/deciding/decision-standing.ts'
import type { ConsultationId, ContactPointId, OpinionId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { standingMethod, writeStanding } from '#core/deciding/standing-snapshot.ts'
import type { Instant } from '#core/time.ts'
import { noTallies } from '#core/log/tallies.ts'
import { bulletinReadiness } from '../../functions/actions/bulletin/bulletin-readiness.ts'
import { readDecisionBook } from '../../functions/actions/deciding/decision-book.ts'
import { followedDecisions } from '../../functions/actions/deciding/followed-decisions.ts'
import { opinionFamily } from '../../functions/actions/deciding/opinion-family.ts'
import { countWaiting } from '../../functions/actions/deciding/find-waiting.ts'
import { readAnswers } from '../../functions/actions/bulletin/read-answers.ts'
import type { DraftPair } from '../../functions/actions/lineage/read-office-lineage.ts'
import { readReportDesk } from '../../functions/actions/report/read-reports.ts'
import { readRollUp } from '../../functions/actions/report/read-roll-up.ts'
import {
  listedConsultation,
  listedCount,
  listingDeps,
  listingReader,
  makeMillion,
} from './support-listed-million.ts'

/* Run by `desk.ts` as a process of its own; answers one line of JSON. Network stubbed: what comes is made when asked. */

const now = '2026-12-02T00:00:00.000Z' as Instant
const perPage = 1000
const { store, spent, facts } = makeMillion()

/** Every decision: nine of ten are one of two hundred answers given to many, the tenth is its own. */
async function* decisionPages() {
  for (let from = 0; from < listedCount; from += perPage)
    yield Array.from({ length: perPage }, (_, i) => {
      const n = from + i
      return {
        consultationId: listedConsultation,
        opinionId: facts.ids.at(n),
        outcome: 'notAdopted',
        reason: `已经在第${n % 10 === 0 ? n : n % 200}条里规定，由主管部门划定区域和时段，兼顾安全与居民的习惯。`,
        decidedBy: 'm-1',
        decidedAt: now,
        rev: 1,
      }
    })
}

async function* idPages() {
  for (let from = 0; from < listedCount; from += perPage)
    yield Array.from({ length: perPage }, (_, i) => facts.ids.at(from + i))
}

const consultation = {
  id: listedConsultation,
  billId: 'b-1',
  draftId: 'd-1',
  status: 'announced',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
}
const { deps: listing } = listingDeps(store, facts)
const none = () => Promise.resolve([])
const deps = {
  ...listing,
  consultations: { get: async () => consultation, list: async () => [consultation] },
  bills: { get: async () => ({ id: 'b-1', title: '云溪市滨水公共空间条例' }), list: none },
  opinionLog: {
    ...listing.opinionLog,
    head: async () => ({ size: listedCount, root: '', tallies: noTallies, rev: 1 }),
  },
  inbox: { idPages, find: async () => undefined },
  keys: { hmac: () => new Uint8Array(32) },
  reports: { listOf: none },
  decisions: { ...listing.decisions, outcomes: decisionPages, pages: decisionPages },
  contactPoints: {
    get: async () => ({ id: 'point-0', name: '零号联系点', owner: 'npc', tier: 'district', stations: [] }),
    list: async () =>
      Array.from({ length: 25 }, (_, n) => ({
        id: `point-${n}`,
        name: `${n}号联系点`,
        owner: 'npc',
        tier: 'district',
        stations: [],
      })),
  },
  members: { list: none },
  tasks: { listOf: none },
  collectingSessions: { listOf: none },
  bulletins: { outcomesOf: async () => new Uint8Array(listedCount).fill(7) },
} as unknown as Deps
const id = listedConsultation as ConsultationId

/** Every tenth opinion was adopted into one of sixty articles of the later draft. */
function causeDeps(): Deps {
  const adopted = new DecisionStanding(now)
  adopted.makeRoom(listedCount)
  const resultingAt = (n: number) => ({ draftId: 'd-2', provisionId: `art-${1 + ((n / 10) % 60)}` })
  for (let n = 0; n < listedCount; n += 10) {
    adopted.outcomes[n] = codeOf('adopted')
    adopted.reasoned[n] = 1
    adopted.pointed[n] = adopted.words.codeOf(JSON.stringify(resultingAt(n)))
  }
  const snapshot = writeStanding(adopted)
  const head = { method: standingMethod, size: listedCount, key: 'adopted', latest: now, trimmedTo: '' }
  const find = (_c: ConsultationId, opinionId: OpinionId) =>
    Promise.resolve({ opinionId, outcome: 'adopted', reason: '已写入。', resulting: resultingAt(0), rev: 1 })
  return {
    ...deps,
    standings: { head: async () => ({ ...head, obsolete: [], rev: 1 }), find: async () => snapshot },
    decisions: { ...deps.decisions, find },
  } as unknown as Deps
}

const contactPointId = 'point-0' as ContactPointId
const liaison = { ...listingReader, role: 'liaison' as const, contactPointId }
const drafts = { fromDraftId: 'd-1', toDraftId: 'd-2', billId: 'b-1' } as DraftPair

const figures: Record<string, number> = {}
const peak = () => process.resourceUsage().maxRSS / 1024
async function measured(name: string, work: () => Promise<unknown>): Promise<void> {
  const [made, before] = [spent.makingUs, process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  figures[`${name}CpuMs`] = (user + system - (spent.makingUs - made)) / 1000
}

figures['groundRssMb'] = peak()
await measured('coldReadiness', () => bulletinReadiness(deps, listingReader, id, now))
await measured('readiness', () => bulletinReadiness(deps, listingReader, id, now))
await measured('rollUp', () => readRollUp(deps, listingReader, id, now))
await measured('waiting', () => countWaiting(deps, id))
await measured('answers', () => readAnswers(deps, id, facts))
await measured('decisions', () => readDecisionBook(deps, id))
const adoptedDeps = causeDeps()
await measured('causes', async () => {
  const { decisions, unlisted } = await followedDecisions(adoptedDeps, [{ id } as Consultation], drafts, [])
  const known = decisions.length + unlisted.reduce((sum, { count }) => sum + count, 0)
  if (decisions.length === 0 || known !== listedCount / 10) throw new Error(`${known} decisions are known`)
})
await measured('report', async () => {
  const desk = await readReportDesk(deps, liaison, { consultationId: id, contactPointId }, now)
  if (desk.opinions.length === 0 || desk.unlisted === 0) throw new Error('a report of nothing')
})
await measured('history', () => opinionFamily(deps, id, facts.ids.at(listedCount / 2)))
figures['maxRssMb'] = peak()
console.log(JSON.stringify(figures))
