import type { DraftText } from '#core/bill.ts'
import { correctedIds } from '#core/log/corrected-ids.ts'
import { withRoom } from '#core/log/growing-array.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Deps } from '#core/ports.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { RowSpool } from '../../documents/row-spool.ts'
import { PlacesOfIds } from '../deciding/repeated-words.ts'
import { readStandingGroups, SameKinds } from '../deciding/same-kinds.ts'

/** What a row of the table needs of an opinion. */
export type TableOpinion = Pick<LoggedOpinion, 'n'> & {
  entry: Pick<LoggedOpinion['entry'], 'id' | 'provisionId' | 'channel' | 'contactPointId' | 'receivedAt'>
  text: Pick<LoggedOpinion['text'], 'content' | 'collectedOn'>
}

/** Opinions of a log in the order of the draft, waiting in a temporary file. */
export interface SpooledOpinions {
  /** How many current ones were wanted. */
  count: number
  /** Each with how many current opinions of the whole consultation are of its kind (`same-kinds.ts`). */
  read(): AsyncGenerator<{ opinion: TableOpinion; sameCount: number }>
  close(): Promise<void>
}

/**
 * Reads a log once and sets the opinions that `isWanted` aside, in the order of the draft asked about (the whole first),
 * then of the log. Nothing of it stays in memory but some 40 bytes an opinion and the ids of those that were corrected.
 * `onRead` is told how many entries were read, now and then.
 */
export async function spoolOpinions(
  deps: Pick<Deps, 'opinionLog' | 'groups'>,
  id: ConsultationId,
  draft: Pick<DraftText, 'provisions'>,
  isWanted: (logged: LoggedOpinion) => boolean,
  onRead: (entries: number) => Promise<void> | void = () => undefined,
): Promise<SpooledOpinions> {
  const shelves = new Map<string | null, number>([[null, 0]])
  for (const provision of walkProvisions(draft.provisions)) shelves.set(provision.id, shelves.size)
  const kinds = new SameKinds(await readStandingGroups(deps, id))
  const spool = await RowSpool.open()
  const read = new ReadSoFar(kinds)
  try {
    for await (const logged of deps.opinionLog.read(id)) {
      const wanted = isWanted(logged)
      if (wanted) await spool.add(shelves.get(logged.entry.provisionId) ?? shelves.size, line(logged))
      read.add(logged, wanted)
      if (read.size % 256 === 0) await onRead(read.size)
    }
  } catch (error) {
    await spool.close()
    throw error
  }
  return { count: read.settle(), read: () => stillCurrent(spool, read), close: () => spool.close() }
}

async function* stillCurrent(spool: RowSpool, read: ReadSoFar) {
  for await (const text of spool.read()) {
    const opinion = JSON.parse(text) as TableOpinion
    if (read.superseded.has(opinion.entry.id)) continue
    yield { opinion, sameCount: read.kinds.countAt(opinion.n) }
  }
}

function line({ n, entry, text }: LoggedOpinion): string {
  const { id, provisionId, channel, contactPointId, receivedAt } = entry
  const { content, collectedOn } = text
  const opinion: TableOpinion = {
    n,
    entry: { id, provisionId, channel, contactPointId, receivedAt },
    text: { content, collectedOn },
  }
  return JSON.stringify(opinion)
}

/** What must be known of every entry once all of them are read. */
class ReadSoFar {
  size = 0
  readonly kinds: SameKinds
  /** Opinions that another one corrects. */
  readonly superseded = new Set<OpinionId>()
  readonly #ids = new PlacesOfIds()
  #wanted = new Uint8Array(1024)
  #count = 0

  constructor(kinds: SameKinds) {
    this.kinds = kinds
  }

  add(logged: LoggedOpinion, wanted: boolean): void {
    const { id } = logged.entry
    this.kinds.add(this.size, logged)
    this.#ids.push(id)
    this.#wanted = withRoom(this.#wanted, this.size + 1)
    this.#wanted[this.size] = Number(wanted)
    this.#count += Number(wanted)
    for (const corrected of correctedIds(logged.entry)) this.superseded.add(corrected)
    this.size += 1
  }

  /** Takes out what was corrected; returns how many wanted opinions are left. */
  settle(): number {
    const corrected = new Set(this.#ids.placesOf(this.superseded))
    for (const place of corrected) this.#count -= this.#wanted[place] as number
    this.kinds.settle(corrected, this.#ids.entriesOf(this.kinds.placed.keys()))
    return this.#count
  }
}
