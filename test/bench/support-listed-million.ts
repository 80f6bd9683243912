import { objectKeys } from '#contract/objects.ts'
import type { DraftText } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import { bundleEntries, entryBytes } from '#core/log/entry-bundle.ts'
import { DecisionStanding } from '#core/deciding/decision-standing.ts'
import { factsMethod, writeFactsSegment } from '#core/log/facts-segment.ts'
import type { ConsultationId } from '#core/ids.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import { type LoggedOpinion, logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { LogSegment } from '#core/log/segment-ports.ts'
import { standingMethod, writeStanding } from '#core/deciding/standing-snapshot.ts'
import type { Instant } from '#core/time.ts'
import { noTallies } from '#core/log/tallies.ts'
import { tileWidth } from '#core/log/tiles.ts'
import { makeOpinionLog } from '../../functions/store/opinion-log.ts'
import { buildOpinion } from '../support/build-opinion.ts'
import { testSettings } from '../support/test-settings.ts'

/** Entries of the log the bench lists. */
export const listedCount = 1_000_000
const consultationId = 'c-waterfront' as ConsultationId
const offset = 480
const areas = Array.from({ length: 400 }, (_, n) => `第${n}居委会`)
const entriesPerSegment = 60_000

/** The opinion at a place, the same every time: sixty articles, a few of them asked about most. */
function opinionAt(model: LoggedOpinion, n: number): LoggedOpinion {
  const article = 1 + ((Math.imul(n, 2_654_435_761) >>> 16) % 60)
  const id = Buffer.alloc(16)
  id.writeUInt32BE(Math.imul(n, 0x9e3779b1) >>> 0, 0)
  id.writeUInt32BE(n, 12)
  const provisionId = `art-${article}` as typeof model.entry.provisionId
  const { entry, text } = model
  const opinionId = id.toString('base64url') as typeof entry.id
  const proponent = { ...text.content.proponent, area: areas[n % 397] }
  const verbatim = `${n}：${text.content.verbatim}`
  // every third at a forum of one of 25 contact points, by one of 50 people
  const contactPointId = n % 3 === 0 ? (`point-${n % 25}` as typeof entry.contactPointId) : undefined
  const collected = contactPointId && {
    contactPointId,
    stationId: `st-${n % 4}` as typeof text.stationId,
    recorderName: `采集员${n % 50}`,
  }
  return {
    n,
    entry: {
      ...entry,
      id: opinionId,
      provisionId,
      channel: collected ? 'forum' : 'web',
      ...(collected && { contactPointId }),
    },
    text: {
      ...text,
      ...collected,
      id: opinionId,
      n,
      content: { ...text.content, provisionId, verbatim, proponent },
    },
  }
}

function modelOpinion(): LoggedOpinion {
  const record = buildOpinion(
    'listed',
    {},
    {
      verbatim:
        '我家住河边三十年了，早晚都去走一走。一刀切不让钓鱼，老人家想不通，能不能划一段出来，定个时间，大家都好过。',
      drafted: '建议划定垂钓区域，分时段管理。',
      reason: '管得住，也留得下生活。',
      proponent: { kind: 'person', category: '沿河居民', headcount: 1 },
    },
  )
  return { n: 0, entry: logEntryOf(record), text: logTextOf(record, 0) }
}

/** A log of a million whose files are made when they are asked for; `makingUs` is the CPU that took, to be left out. */
export function makeMillion() {
  const model = modelOpinion()
  const spent = { makingUs: 0, objects: 0 }
  const timed = <T>(make: () => T): T => {
    const before = process.cpuUsage()
    const made = make()
    const { user, system } = process.cpuUsage(before)
    spent.makingUs += user + system
    return made
  }
  const bundle = (key: string): Uint8Array | undefined => {
    const digits = /(?:x(\d+)\/)?(\d{3})(?:\.p\/\d+)?$/.exec(key)
    const index = Number(digits?.[1] ?? 0) * 1000 + Number(digits?.[2])
    const from = index * tileWidth
    const count = Math.min(tileWidth, listedCount - from)
    const all = Array.from({ length: count }, (_, i) => opinionAt(model, from + i))
    if (key === objectKeys.entryBundle(consultationId, index, count))
      return bundleEntries(all.map(({ entry }) => entryBytes(entry)))
    if (key !== objectKeys.textBundle(consultationId, index, count)) return undefined
    return Buffer.from(all.map(({ text }) => `${JSON.stringify(text)}\n`).join(''))
  }
  const state: LogState = {
    size: listedCount,
    root: '',
    tallies: noTallies,
    rev: 1,
    checkpoint: '',
    stage: '',
    index: [],
    openSizes: [],
    obsolete: [],
  }
  const store: LogStore = {
    objects: {
      find: async (key) => {
        spent.objects += 1
        return timed(() => bundle(key))
      },
      put: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
    find: () => Promise.resolve(state),
    commit: () => Promise.reject(new Error('nothing is committed here')),
    signCheckpoint: () => '',
  }
  const facts = new LogFacts(offset)
  for (let n = 0; n < listedCount; n += 1) facts.add(opinionAt(model, n))
  return { store, spent, facts }
}

/** What listing needs of the world, in memory; made again it is a process that starts cold. */
export function listingDeps(store: LogStore, facts: LogFacts) {
  const segments: LogSegment[] = []
  const files = new Map<string, Uint8Array>()
  for (let from = 0; from < facts.size; from += entriesPerSegment) {
    const to = Math.min(facts.size, from + entriesPerSegment)
    files.set(String(from), writeFactsSegment(facts, from, to))
    segments.push({ from, to, key: String(from) })
  }
  const head = { method: factsMethod(offset), size: facts.size, segments, obsolete: [], rev: 1 }
  const decided = new DecisionStanding('2026-12-01T00:00:00.000Z' as Instant)
  decided.makeRoom(facts.size)
  for (let n = 0; n < facts.size; n += 4) {
    decided.outcomes[n] = 7
    decided.reasoned[n] = 1
  }
  const snapshot = writeStanding(decided)
  const standing = {
    method: standingMethod,
    size: facts.size,
    key: 'standing',
    latest: decided.latest,
    trimmedTo: '',
  }
  const provisions = Array.from({ length: 60 }, (_, n) => ({
    id: `art-${n + 1}`,
    kind: 'article',
    number: n + 1,
    label: `第${n + 1}条`,
    text: '',
    children: [],
  })) as unknown as Provision[]
  const draft = { id: 'd-1', billId: 'b-1', stage: 'consultation', datedOn: '2026-11-01', importedAt: '' }
  const deps = {
    settings: { ...testSettings, utcOffsetMinutes: offset },
    opinionLog: makeOpinionLog(store),
    consultations: { get: async () => ({ id: consultationId, draftId: 'd-1' }) as unknown as Consultation },
    drafts: {
      get: async () => draft,
      listOf: async () => [draft],
      text: async () => ({ ...draft, provisions }) as unknown as DraftText,
    },
    contactPoints: { list: async () => [] },
    lineages: { find: async () => undefined },
    assignments: { listOf: async () => [] },
    facts: {
      head: async () => head,
      findSegment: async (key: string) => files.get(key),
    },
    standings: { head: async () => ({ ...standing, obsolete: [], rev: 1 }), find: async () => snapshot },
    decisions: { find: async () => undefined, listChanges: async () => [] },
    groups: { head: async () => ({ size: listedCount }) },
  } as unknown as Deps
  const segmentBytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  return { deps, segmentBytes }
}

export const listingReader = { id: 'm-1', role: 'legislator', active: true } as unknown as Member
export const listedConsultation = consultationId
