import type { ConsultationId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { LogSegment, LogSegments, SegmentsHead } from '#core/log/segment-ports.ts'

/** Something derived from a log entry by entry, from its beginning as far as it has come. */
export interface DerivedLog {
  readonly size: number
  /** Takes the entry that comes next in the log. */
  add(logged: LoggedOpinion): void
}

/** How one kind of derived log is begun, kept and gone on with. */
export interface Following<L extends DerivedLog> {
  segments: LogSegments
  method: string
  maxEntriesPerCall: number
  begin: () => Promise<L>
  /** Goes on with a log from a segment. */
  read: (log: L, bytes: Uint8Array) => void
  write: (log: L, from: number, to: number) => Uint8Array
}

/** Derived logs of a process, and who is at work on them; may be lost at any time. */
export type LogMemory<L> = Map<ConsultationId, { log: L | undefined; work: Promise<unknown> }>

/** Larger segments are not joined any more: one would cost more to write again than it saves to read. */
const entriesPerSegment = 65_536

/** How often a reader begins again when segments are replaced under its feet. */
const attempts = 5

/**
 * Goes on from where the last run stopped, up to `maxEntriesPerCall` entries, and stores how far it came. It follows
 * the log and never holds up the sequencer; whoever wants it drives it. Two at once come to the same, so the one whose
 * commit comes second has nothing to mend. Answers the derived log and the log's size.
 */
export async function followLog<L extends DerivedLog>(
  deps: Pick<Deps, 'opinionLog'>,
  id: ConsultationId,
  following: Following<L>,
  memory: LogMemory<L>,
): Promise<{ log: L; logged: number }> {
  const held = memory.get(id) ?? { log: undefined, work: Promise.resolve() }
  memory.set(id, held)
  // One at a time: between two entries of the log others may ask.
  const work = held.work
    .catch(() => undefined)
    .then(async () => {
      try {
        const followed = await advance(deps, id, following, held.log)
        held.log = followed.log
        return followed
      } catch (error) {
        held.log = undefined
        throw error
      }
    })
  held.work = work
  return work
}

async function advance<L extends DerivedLog>(
  deps: Pick<Deps, 'opinionLog'>,
  id: ConsultationId,
  following: Following<L>,
  held: L | undefined,
) {
  const stored = await following.segments.head(id)
  const head = stored?.method === following.method ? stored : undefined
  const log = held ?? (await resume(id, following))
  const { size: logged } = await deps.opinionLog.head(id)
  const to = Math.min(logged, log.size + following.maxEntriesPerCall)
  const isFresh = log.size < to
  if (isFresh) for await (const entry of deps.opinionLog.read(id, log.size, to)) log.add(entry)
  // Also what a colleague's commit kept from being stored; of another method's head only what is new is worth a fight.
  if (log.size > (head?.size ?? 0) && (isFresh || head !== undefined))
    await store(id, following, log, head, stored?.rev ?? 0)
  return { log, logged }
}

/** Reads back what is stored; a segment that is gone was joined with others meanwhile. */
async function resume<L extends DerivedLog>(id: ConsultationId, following: Following<L>) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const head = await following.segments.head(id)
    const log = await following.begin()
    if (head?.method !== following.method) return log
    for (const { key } of head.segments) {
      const bytes = await following.segments.findSegment(key)
      if (bytes === undefined) break
      following.read(log, bytes)
    }
    if (log.size === head.size) return log
  }
  throw new PortalError('busy', { store: 'log-segments' })
}

async function store<L extends DerivedLog>(
  id: ConsultationId,
  following: Following<L>,
  log: L,
  head: SegmentsHead | undefined,
  readRev: number,
): Promise<void> {
  const { segments: kept, method, write } = following
  const { segments, replaced } = growSegments(head?.segments ?? [], log.size)
  const fresh: LogSegment[] = []
  for (const { from, to } of segments.filter(({ key }) => key === ''))
    fresh.push({ from, to, key: await kept.appendSegment(id, from, to, write(log, from, to)) })
  const all = [...segments.filter(({ key }) => key !== ''), ...fresh]
  const next = { method, size: log.size, segments: all, obsolete: replaced, rev: readRev }
  try {
    await kept.commit(id, next, readRev)
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return
    throw error
  }
  const named = new Set(all.map(({ key }) => key))
  await kept.removeSegments((head?.obsolete ?? []).filter((key) => !named.has(key)))
}

/** The segments up to `size`; those to be written have no key. A new one takes in the smaller ones before it. */
function growSegments(held: readonly LogSegment[], size: number) {
  const segments = [...held]
  const replaced: string[] = []
  let from = segments.at(-1)?.to ?? 0
  for (let last = segments.at(-1); last !== undefined; last = segments.at(-1)) {
    const small = last.to - last.from <= size - from && size - last.from <= entriesPerSegment
    if (!small) break
    replaced.push(last.key)
    from = last.from
    segments.pop()
  }
  segments.push({ from, to: size, key: '' })
  return { segments, replaced }
}
