import type { PublishInput } from '#contract/office-api.ts'
import type { Authority } from '#contract/authority.ts'
import type { LongPreview } from '#core/bulletin/bulletin-ports.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import type { ConsultationId } from '#core/ids.ts'
import {
  type Edition,
  type EditionChanges,
  isLongEdition,
  type LongBulletin,
} from '#core/bulletin/long-bulletin.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { reconcile } from '#core/deciding/reconciliation.ts'
import type { Instant } from '#core/time.ts'
import { type BulletinMaterial, rowShaper } from './build-bulletin-rows.ts'
import { readBulletinGround } from './bulletin-readiness.ts'
import { editionWords, type EditionFacts, suggestedWords } from './compose-bulletin.ts'
import { currentCount, toldByStanding } from './long-edition.ts'
import { type EditionPlan, planEdition } from './plan-edition.ts'
import {
  answerWith,
  type Publication,
  type PublishDeps,
  readPublication,
  releaseDrafts,
  requireCorrection,
  requireWhole,
} from './publish-bulletin.ts'
import { readAnswers } from './read-answers.ts'
import { correctionOf } from './read-bulletin.ts'
import { ShownAnswers } from './show-answers.ts'
import { type OnDone, spoolEdition, type SpooledEdition, storeAnswers, storeRows } from './spool-edition.ts'
import {
  changesSince,
  dataFilePasses,
  hashOf,
  outcomeBytes,
  rowsOf,
  writeDataFiles,
} from './write-long-edition.ts'

export type LongDeps = PublishDeps & { exportFiles: ExportFiles }

/** What the worker is told, and whom it tells how far it is. */
export interface LongWork {
  authority: Authority
  /** Names the parts of what it writes; begins with the job's id. */
  writtenBy: string
  onProgress: (progress: { phase: 'reading' | 'writing'; done: number; of: number }) => Promise<void>
}

/** The long bulletin as it would be published now, of what is decided. Refuses `not-permitted`, `not-found`. */
export async function composeLongPreview(
  deps: LongDeps,
  member: Member,
  id: ConsultationId,
  { onProgress }: Pick<LongWork, 'onProgress'>,
  now: Instant,
): Promise<LongPreview> {
  const [ground, contactPoints, latest, draft] = await Promise.all([
    readBulletinGround(deps, member, id),
    deps.contactPoints.list(),
    deps.bulletins.latest(id),
    deps.bulletinDrafts.find(id),
  ])
  const edition = (latest?.edition ?? 0) + 1
  const facts = { edition, publishedAt: now, writing: draft, correction: correctionOf(draft, edition) }
  const of = ground.facts.size
  const onPage = (done: number) => onProgress({ phase: 'reading', done, of })
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts, onPage) }
  const plan = planEdition(material)
  const said = saidOf(deps, material, plan, facts)
  const shown = new ShownAnswers(plan)
  const undecided = currentCount(ground.facts) - plan.places.length
  const preview = { rowsHash: '', writtenBy: '', files: {} }
  if (latest === undefined) {
    await takeShown(deps, material, plan, shown)
    return { bulletin: { ...said, ...shownOf(plan, shown), ...preview }, undecided }
  }
  let done = 0
  const onRead = (more: number) => onProgress({ phase: 'reading', done: (done += more), of })
  const changes = await readChanges(deps, { material, plan, said, shown, latest }, onRead)
  return { bulletin: { ...said, ...shownOf(plan, shown), ...preview, changes }, undecided }
}

/** Reads the words that are printed, and no others. */
async function takeShown(
  deps: Pick<Deps, 'opinionLog'>,
  material: BulletinMaterial,
  plan: EditionPlan,
  shown: ShownAnswers,
): Promise<void> {
  const shape = rowShaper(material)
  for await (const logged of deps.opinionLog.readAt(material.consultation.id, shown.places)) {
    const answer = material.answers.at(logged.n)
    if (answer === undefined) continue
    shown.take(logged.n, { ...shape(logged, answer), row: plan.rowOf[logged.n] as number })
  }
}

/** What the newest edition says otherwise: that asks for every row, so the words that are printed come with them. */
async function readChanges(
  deps: LongDeps,
  preview: Pick<Writing, 'material' | 'plan' | 'said'> & { shown: ShownAnswers; latest: Edition },
  onRead: OnDone,
): Promise<EditionChanges> {
  const { material, plan, said, shown, latest } = preview
  const spooled = await spoolEdition(deps, material, plan, onRead)
  try {
    for await (const { place, row } of spooled.read()) shown.take(place, row)
    async function* rows() {
      for await (const { row } of spooled.read()) yield row
    }
    return await changesSince(deps, latest, said, { count: plan.places.length, rows })
  } finally {
    await spooled.close()
  }
}

/**
 * Publishes a long edition: refuses what `publishBulletin` refuses, and writes rows, receipts' answers and open data
 * before the edition exists. One that this job stored before it died is finished.
 */
export async function publishLongBulletin(
  deps: LongDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  work: LongWork,
  now: Instant,
): Promise<LongBulletin> {
  const publication = await readPublication(deps, member, id, input, now)
  const { ground, contactPoints, facts, isAnswered } = publication
  const of = ground.facts.size
  const onPage = (done: number) => work.onProgress({ phase: 'reading', done, of })
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts, onPage) }
  const plan = planEdition(material)
  const said = saidOf(deps, material, plan, facts)
  requireWhole(ground, material.answers, said)
  let done = 0
  const onRead = (more: number) => work.onProgress({ phase: 'reading', done: (done += more), of })
  const spooled = await spoolEdition(deps, material, plan, onRead)
  try {
    const rowsHash = await hashOf(spooled)
    const stored = storedBefore(publication, said, rowsHash)
    if (stored !== undefined && isAnswered)
      throw new PortalError('nothing-to-publish', { edition: stored.edition })
    requireCorrection(publication)
    const written =
      stored ?? (await writeEdition(deps, { publication, material, plan, spooled, said, rowsHash }, work))
    await releaseDrafts(deps, ground, now)
    if (stored === undefined) await deps.bulletins.appendLong(written, outcomeBytes(plan, material))
    await answerWith(deps, member, ground, written, now)
    return written
  } finally {
    await spooled.close()
  }
}

type Said = ReturnType<typeof editionWords>

function saidOf(
  { settings }: Pick<Deps, 'settings'>,
  material: BulletinMaterial,
  plan: EditionPlan,
  facts: EditionFacts,
): Said {
  const told = toldByStanding(material)
  const reconciliation = reconcile(outcomesIn(plan, material))
  // What a colleague decided between two reads would make words and rows disagree: somebody looks again.
  if (JSON.stringify(told.reconciliation) !== JSON.stringify(reconciliation))
    throw new PortalError('changed-meanwhile', { rev: 0 })
  const suggested = suggestedWords(material, told, settings.utcOffsetMinutes)
  return editionWords(material, facts, suggested, reconciliation)
}

function* outcomesIn({ places }: EditionPlan, { answers }: BulletinMaterial) {
  for (const place of places) yield answers.at(place)?.outcome
}

function shownOf({ articles, into }: EditionPlan, shown: ShownAnswers) {
  return { articles, into, ...shown.parts() }
}

/** The newest edition, if it says just this. */
function storedBefore({ latest }: Publication, said: Said, rowsHash: string): LongBulletin | undefined {
  if (latest === undefined || !isLongEdition(latest)) return undefined
  const words = ({ head, sections, tallies }: Said) => JSON.stringify({ head, sections, tallies })
  return latest.rowsHash === rowsHash && words(latest) === words(said) ? latest : undefined
}

interface Writing {
  publication: Publication
  material: BulletinMaterial
  plan: EditionPlan
  spooled: SpooledEdition
  said: Said
  rowsHash: string
}

/** Stores everything of an edition but itself. */
async function writeEdition(
  deps: LongDeps,
  { publication, material, plan, spooled, said, rowsHash }: Writing,
  { authority, writtenBy, onProgress }: LongWork,
): Promise<LongBulletin> {
  const of = plan.places.length * (dataFilePasses + 2)
  let done = 0
  const onDone = (more: number) =>
    onProgress({ phase: 'writing', done: (done = Math.min(of, done + more)), of })
  const place = { consultationId: said.consultationId, edition: said.edition, writtenBy }
  const shown = new ShownAnswers(plan)
  await storeRows(deps, place, spooled, (at, row) => shown.take(at, row), onDone)
  await storeAnswers(deps, place, { spooled, plan, facts: material.facts }, onDone)
  const bulletin: LongBulletin = { ...said, ...shownOf(plan, shown), rowsHash, writtenBy, files: {} }
  const source = rowsOf(deps, bulletin)
  const files = await writeDataFiles(deps, material, bulletin, source, { authority, onDone })
  const { latest } = publication
  const changes = latest && (await changesSince(deps, latest, said, source))
  return { ...bulletin, files, ...(changes && { changes }) }
}
