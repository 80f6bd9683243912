import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BulletinJob } from '#core/bulletin/bulletin-job.ts'
import { codeOf, DecisionStanding } from '#core/deciding/decision-standing.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { writeStanding } from '#core/deciding/standing-snapshot.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { LongBulletin } from '#core/bulletin/long-bulletin.ts'
import type { Deps } from '#core/ports.ts'
import { noTallies } from '#core/log/tallies.ts'
import type { Instant } from '#core/time.ts'
import { runBulletinJob, type BulletinJobDeps } from '../../functions/actions/bulletin/run-bulletin-job.ts'
import { makeBulletins } from '../../functions/store/bulletins.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import { bulletinHtml } from '../../site/src/bulletin/render-bulletin.ts'
import {
  listedConsultation,
  listedCount,
  listingDeps,
  listingReader,
  makeMillion,
} from './support-listed-million.ts'

/*
 * Run by `bulletin.ts` as a process of its own; answers one line of JSON. A million answered opinions are published as a
 * worker does it: the network is stubbed, objects lie in a temporary folder.
 */

const now = '2026-12-02T00:00:00.000Z' as Instant
const id = listedConsultation as ConsultationId
const perPage = 1000
const folder = mkdtempSync(path.join(tmpdir(), 'kaimen-bench-'))
const { store, spent, facts } = makeMillion()
const peak = () => process.resourceUsage().maxRSS / 1024

/** Nine of ten are one of two hundred answers given to many, the tenth is its own. */
const decisionOf = (n: number) => ({
  consultationId: listedConsultation,
  opinionId: facts.ids.at(n),
  outcome: n % 3 === 0 ? 'alreadyCovered' : 'notAdopted',
  reason: `已经在第${n % 10 === 0 ? n : n % 200}条里规定，由主管部门划定区域和时段，兼顾安全与居民的习惯。`,
  decidedBy: 'm-1',
  decidedAt: now,
  rev: 1,
})

async function* decisionPages() {
  for (let from = 0; from < listedCount; from += perPage)
    yield Array.from({ length: perPage }, (_, i) => decisionOf(from + i))
}

async function* idPages() {
  for (let from = 0; from < listedCount; from += perPage)
    yield Array.from({ length: perPage }, (_, i) => facts.ids.at(from + i))
}

const place = (key: string) => path.join(folder, key.replaceAll('/', '~'))
const written = { objects: 0, bytes: 0 }
const objects = {
  find: (key: string) => readFile(place(key)).catch(() => undefined),
  put: async (key: string, bytes: Uint8Array) => {
    written.objects += 1
    written.bytes += bytes.byteLength
    await writeFile(place(key), bytes)
  },
  remove: async () => undefined,
}
let listed: unknown[] = []
const desk = {
  list: async () => listed,
  append: async (_: unknown, item: unknown) => void (listed = [...listed, item]),
}
const files: Record<string, number> = {}
const exportFiles = {
  write: async (key: string, chunks: AsyncIterable<Uint8Array>) => {
    await pipeline(
      async function* () {
        for await (const chunk of chunks) yield Buffer.from(chunk)
      },
      createWriteStream(place(key)),
    )
    files[key.slice(key.lastIndexOf('-') + 1)] = statSync(place(key)).size / 1048576
  },
  read: async (key: string) => createReadStream(place(key)),
}
const { deps: listing } = listingDeps(store, facts)
let consultation = {
  id: listedConsultation,
  billId: 'b-1',
  draftId: 'd-1',
  status: 'announced',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
}
let job = {
  id: 'b-bench',
  consultationId: id,
  kind: 'publish',
  input: {},
  requestedBy: 'm-1',
  state: 'queued',
  attempts: 0,
  leaseUntil: '2026-12-02T00:01:00.000Z',
  rev: 1,
} as unknown as BulletinJob
const none = async () => []
const deps = {
  ...listing,
  standings: { ...listing.standings, ...decidedStanding() },
  clock: { now: () => now },
  consultations: {
    get: async () => consultation,
    list: async () => [consultation],
    transition: async (_: unknown, next: typeof consultation) => void (consultation = next),
  },
  bills: { get: async () => ({ id: 'b-1', title: '云溪市滨水公共空间条例' }), list: none },
  opinionLog: {
    ...listing.opinionLog,
    head: async () => ({ size: listedCount, root: '', tallies: tallies(), rev: 1 }),
  },
  inbox: { idPages },
  decisions: { ...listing.decisions, outcomes: decisionPages, pages: decisionPages },
  groups: { head: async () => undefined, listMoves: none },
  members: { find: async () => listingReader },
  tasks: { listOf: none },
  causes: { listOf: none },
  audit: { append: async () => undefined },
  published: {
    manifest: async () => ({ files: {}, rev: 0 }),
    append: async () => 'k',
    appendBytes: async () => 'k',
    point: async () => undefined,
  },
  bulletinDrafts: { find: async () => undefined },
  bulletinJobs: {
    find: async () => job,
    put: async (next: BulletinJob) => (job = { ...next, rev: next.rev + 1 }),
  },
  bulletins: makeBulletins(desk as never, objects),
  exportFiles,
} as unknown as BulletinJobDeps & Deps

/** Every decision as it stands: what the desk knows of them without reading any. */
function decidedStanding() {
  const decided = new DecisionStanding(now)
  decided.makeRoom(listedCount)
  for (let n = 0; n < listedCount; n += 1) {
    decided.outcomes[n] = codeOf(decisionOf(n).outcome as Outcome)
    decided.reasoned[n] = 1
  }
  const snapshot = writeStanding(decided)
  return { find: async () => snapshot }
}

function tallies() {
  return {
    ...noTallies,
    entries: listedCount,
    received: listedCount,
    people: listedCount,
    byChannel: { web: listedCount },
  }
}

try {
  await mkdir(folder, { recursive: true })
  const ground = peak()
  const [made, before] = [spent.makingUs, process.cpuUsage()]
  await runBulletinJob(deps, { consultationId: id, kind: 'publish' }, { authority: exampleAuthority })
  const { user, system } = process.cpuUsage(before)
  if (job.state !== 'ready') throw new Error(`the job ended as ${job.state}: ${job.failure}`)
  const maxRssMb = peak()
  const edition = (await deps.bulletins.latest(id)) as LongBulletin
  const html = bulletinHtml({
    language: 'zh',
    bulletin: edition,
    billTitle: '云溪市滨水公共空间条例',
    organ: exampleAuthority.organ,
    window: consultation as never,
    utcOffsetMinutes: 480,
    contactPointNames: new Map(),
    became: () => undefined,
    intoAnchor: () => '',
    links: '',
    correction: '',
    dataHref: '/bills/b-1/data/c-waterfront/',
  })
  const pageFile = process.env['KAIMEN_BENCH_PAGE']
  if (pageFile !== undefined) writeFileSync(pageFile, html)
  const figures = {
    publishCpuSeconds: (user + system - (spent.makingUs - made)) / 1e6,
    groundRssMb: ground,
    maxRssMb,
    pageKb: Buffer.byteLength(html) / 1024,
    headKb: Buffer.byteLength(JSON.stringify(edition)) / 1024,
    objects: written.objects,
    partsMb: written.bytes / 1048576,
    workbookMb: files['opinions.xlsx'] ?? 0,
    csvMb: files['opinions.csv.gz'] ?? 0,
  }
  console.log(JSON.stringify(figures))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
