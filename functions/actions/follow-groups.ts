import { limits } from '#contract/limits.ts'
import type { Consultation } from '#core/consultation.ts'
import type { GroupHead, GroupSegment } from '#core/group-ports.ts'
import { groupingMethod, readGroupSegment, writeGroupSegment } from '#core/group-segment.ts'
import { GroupedLog } from '#core/grouped-log.ts'
import type { ConsultationId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'

/** Grouped logs of a process, and who is at work on them; may be lost at any time. */
export type GroupMemory = Map<ConsultationId, { log: GroupedLog | undefined; work: Promise<unknown> }>

/** Larger segments are not joined any more: one would cost more to write again than it saves to read. */
const entriesPerSegment = 65_536

/** How often a reader begins again when segments are replaced under its feet. */
const attempts = 5

type FollowDeps = Pick<Deps, 'groups' | 'opinionLog' | 'drafts'>

/**
 * Goes on grouping from where the last run stopped, up to 20,000 entries, and stores how far it came. It follows the
 * log and never holds up the sequencer; whoever wants groups drives it. Two at once come to the same groups, so the
 * one whose commit comes second has nothing to mend. Answers the grouped log and the log's size.
 */
export async function followGroups(
  deps: FollowDeps,
  consultation: Consultation,
  memory: GroupMemory,
): Promise<{ log: GroupedLog; logged: number }> {
  const held = memory.get(consultation.id) ?? { log: undefined, work: Promise.resolve() }
  memory.set(consultation.id, held)
  // One at a time: between two entries of the log others may ask.
  const work = held.work
    .catch(() => undefined)
    .then(async () => {
      try {
        const followed = await advance(deps, consultation, held.log)
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

async function advance(deps: FollowDeps, { id, draftId }: Consultation, held: GroupedLog | undefined) {
  const stored = await deps.groups.head(id)
  const head = stored?.method === groupingMethod ? stored : undefined
  const log = held ?? (await resume(deps, id, draftId))
  const { size: logged } = await deps.opinionLog.head(id)
  const to = Math.min(logged, log.size + limits.maxGroupedPerCall)
  for await (const entry of deps.opinionLog.read(id, log.size, to)) log.add(entry)
  if (log.size > (head?.size ?? 0)) await store(deps, id, log, head, stored?.rev ?? 0)
  return { log, logged }
}

/** Reads back what is stored; a segment that is gone was joined with others meanwhile. */
async function resume(deps: FollowDeps, id: ConsultationId, draftId: Consultation['draftId']) {
  const asked = await deps.drafts.text(draftId)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const head = await deps.groups.head(id)
    const log = new GroupedLog(asked)
    if (head?.method !== groupingMethod) return log
    for (const { key } of head.segments) {
      const bytes = await deps.groups.findSegment(key)
      if (bytes === undefined) break
      readGroupSegment(log, bytes)
    }
    if (log.size === head.size) return log
  }
  throw new PortalError('busy', { store: 'groups' })
}

async function store(
  deps: FollowDeps,
  id: ConsultationId,
  log: GroupedLog,
  head: GroupHead | undefined,
  readRev: number,
): Promise<void> {
  const { segments, replaced } = growSegments(head?.segments ?? [], log.size)
  const fresh: GroupSegment[] = []
  for (const { from, to } of segments.filter(({ key }) => key === ''))
    fresh.push({
      from,
      to,
      key: await deps.groups.appendSegment(id, from, to, writeGroupSegment(log, from, to)),
    })
  const all = [...segments.filter(({ key }) => key !== ''), ...fresh]
  const next = { method: groupingMethod, size: log.size, segments: all, obsolete: replaced, rev: readRev }
  try {
    await deps.groups.commit(id, next, readRev)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'changed-meanwhile') return
    throw error
  }
  const kept = new Set(all.map(({ key }) => key))
  await deps.groups.removeSegments((head?.obsolete ?? []).filter((key) => !kept.has(key)))
}

/** The segments up to `size`; those to be written have no key. A new one takes in the smaller ones before it. */
function growSegments(held: readonly GroupSegment[], size: number) {
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
