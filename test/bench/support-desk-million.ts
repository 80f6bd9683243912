import type { ConsultationId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { noTallies } from '#core/tallies.ts'
import { bulletinReadiness } from '../../functions/actions/bulletin-readiness.ts'
import { readDecisionBook } from '../../functions/actions/decision-book.ts'
import { countWaiting } from '../../functions/actions/find-waiting.ts'
import { readAnswers } from '../../functions/actions/read-answers.ts'
import { readRollUp } from '../../functions/actions/read-roll-up.ts'
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
  inbox: { idPages },
  decisions: { ...listing.decisions, outcomes: decisionPages, pages: decisionPages },
  contactPoints: {
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
figures['maxRssMb'] = peak()
console.log(JSON.stringify(figures))
