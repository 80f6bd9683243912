import { answerShardOf, answerShards } from '#core/bulletin/answer-shards.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { type EditionPlace, rowsPerPart } from '#core/bulletin/bulletin-ports.ts'
import type { OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import type { Deps } from '#core/ports.ts'
import { RowSpool } from '../../documents/row-spool.ts'
import { type BulletinMaterial, draftOrder, rowShaper, settleKinds } from './build-bulletin-rows.ts'
import type { EditionPlan } from './plan-edition.ts'
import { readStandingGroups, SameKinds } from '../deciding/same-kinds.ts'

/** Rows of a long edition in a temporary file, in their order. */
export interface SpooledEdition {
  read(): AsyncGenerator<{ place: number; row: BulletinRow }>
  close(): Promise<void>
}

/** Told now and then how many were done since. */
export type OnDone = (more: number) => Promise<void> | void

/** Entries or rows between two words about how far it is. */
const step = 500

/** The log read once, its answered opinions set aside as rows. Nothing stays in memory but some 40 bytes an opinion. */
export async function spoolEdition(
  deps: Pick<Deps, 'opinionLog' | 'groups'>,
  material: BulletinMaterial,
  plan: EditionPlan,
  onRead: OnDone,
): Promise<SpooledEdition> {
  const { facts, answers, consultation } = material
  const [order, shape] = [draftOrder(material), rowShaper(material)]
  const kinds = new SameKinds(await readStandingGroups(deps, consultation.id))
  const superseded = facts.superseded()
  const spool = await RowSpool.open()
  try {
    for await (const logged of deps.opinionLog.read(consultation.id, 0, facts.size)) {
      const { n } = logged
      kinds.add(n, logged)
      const answer = answers.at(n)
      if (superseded[n] === 0 && answer !== undefined)
        await spool.add(order.at(n), JSON.stringify([n, shape(logged, answer)]))
      if ((n + 1) % step === 0) await onRead(step)
    }
    settleKinds(kinds, facts)
  } catch (error) {
    await spool.close()
    throw error
  }
  return { read: () => numbered(spool, plan, kinds), close: () => spool.close() }
}

async function* numbered(spool: RowSpool, { places }: EditionPlan, kinds: SameKinds) {
  let at = 0
  for await (const line of spool.read()) {
    const [place, shaped] = JSON.parse(line) as [number, BulletinRow]
    if (places[at] !== place) throw new Error(`row ${at + 1} is not the opinion that was planned there`)
    at += 1
    yield { place, row: { ...shaped, row: at, sameCount: kinds.countAt(place) } }
  }
}

/** Stores every row, a thousand an object. */
export async function storeRows(
  { bulletins }: Pick<Deps, 'bulletins'>,
  edition: EditionPlace,
  spooled: SpooledEdition,
  onRow: (place: number, row: BulletinRow) => void,
  onDone: OnDone,
): Promise<void> {
  let part = 0
  let held: BulletinRow[] = []
  const flush = async () => {
    await bulletins.putRows(edition, part, held)
    await onDone(held.length)
    part += 1
    held = []
  }
  for await (const { place, row } of spooled.read()) {
    onRow(place, row)
    held.push(row)
    if (held.length === rowsPerPart) await flush()
  }
  if (held.length > 0) await flush()
}

/**
 * Stores what every receipt is answered, earlier revisions included, in as many files as `answerShards` says: sorted by
 * id in a temporary file first, so that a shelf of them is all that is in memory.
 */
export async function storeAnswers(
  { bulletins }: Pick<Deps, 'bulletins'>,
  edition: EditionPlace,
  { spooled, plan, facts }: { spooled: SpooledEdition; plan: EditionPlan; facts: LogFacts },
  onDone: OnDone,
): Promise<void> {
  const earlier = earlierPlaces(plan)
  const shards = answerShards(plan.places.length)
  const spool = await RowSpool.open()
  try {
    for await (const { place, row } of spooled.read())
      for (const answered of [place, ...(earlier.get(row.row) ?? [])])
        // By the first six bits of an id: 64 shelves.
        await spool.add(facts.ids.firstByte(answered) >> 2, JSON.stringify([facts.ids.at(answered), row]))
    let held = new Map<number, Record<OpinionId, BulletinRow>>()
    let shelf = ''
    const flush = async () => {
      for (const [shard, answers] of held) {
        await bulletins.putAnswers(edition, shard, answers)
        await onDone(Object.keys(answers).length)
      }
      held = new Map()
    }
    for await (const line of spool.read()) {
      const [id, row] = JSON.parse(line) as [OpinionId, BulletinRow]
      if (shards > 1 && id.charAt(0) !== shelf) await flush()
      shelf = id.charAt(0)
      const shard = answerShardOf(id, shards)
      const answers = held.get(shard) ?? {}
      answers[id] = row
      held.set(shard, answers)
    }
    await flush()
  } finally {
    await spool.close()
  }
}

/** Places of the revisions that were corrected, by the row that answers them. */
function earlierPlaces({ places, rowOf }: EditionPlan): Map<number, number[]> {
  const earlier = new Map<number, number[]>()
  for (const [place, row] of rowOf.entries())
    if (row !== 0 && places[row - 1] !== place) earlier.set(row, [...(earlier.get(row) ?? []), place])
  return earlier
}
