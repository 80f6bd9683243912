import { limits } from '#contract/limits.ts'
import { DecisionStanding } from '#core/deciding/decision-standing.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Decisions } from '#core/deciding/decision-ports.ts'
import type { Deps } from '#core/ports.ts'
import type { StandingHead } from '#core/deciding/standing-ports.ts'
import { readStanding, standingMethod, writeStanding } from '#core/deciding/standing-snapshot.ts'
import { instant } from '#core/time.ts'

type StandingDeps = Pick<Deps, 'decisions' | 'standings'>

const memories = new WeakMap<Decisions, Map<ConsultationId, Promise<DecisionStanding>>>()

/** So many decisions since the last snapshot are worth a new one; of a large log more, since each is written whole. */
const changesPerSnapshot = (opinions: number) => Math.max(500, Math.floor(opinions / 200))

/** So many announcements that nobody will read again are removed at once. */
const mostTrimmed = 10_000

/**
 * Which opinions are decided and how, as of now: from the last snapshot on by the changes since, each looked at where it
 * was made. Only the first time of all are all decisions read.
 */
export async function followStanding(
  deps: StandingDeps,
  id: ConsultationId,
  facts: LogFacts,
): Promise<DecisionStanding> {
  const memory = memories.get(deps.decisions) ?? new Map<ConsultationId, Promise<DecisionStanding>>()
  memories.set(deps.decisions, memory)
  const before = memory.get(id)
  const next = (before ?? resume(deps, id, facts))
    .catch(() => resume(deps, id, facts))
    .then((standing) => advance(deps, id, facts, standing))
  memory.set(id, next)
  return next
}

/** The same, by place: 0 undecided, else the outcome. */
export async function followDecisions(
  deps: StandingDeps,
  id: ConsultationId,
  facts: LogFacts,
): Promise<Uint8Array> {
  return (await followStanding(deps, id, facts)).byPlace()
}

async function resume(deps: StandingDeps, id: ConsultationId, facts: LogFacts): Promise<DecisionStanding> {
  const head = await deps.standings.head(id)
  const bytes = head?.method === standingMethod ? await deps.standings.find(head.key) : undefined
  if (head !== undefined && bytes !== undefined) return readStanding(bytes, head.latest)
  const standing = new DecisionStanding(instant(0))
  for await (const decided of deps.decisions.outcomes(id)) standing.take(decided, facts.ids)
  standing.settle(facts.ids)
  standing.forget()
  return standing
}

async function advance(
  deps: StandingDeps,
  id: ConsultationId,
  facts: LogFacts,
  held: DecisionStanding,
): Promise<DecisionStanding> {
  const { standing, changes } = await readChanges(deps, id, facts, held)
  standing.settle(facts.ids)
  const unseen = new Set<OpinionId>(
    changes
      .filter(({ opinionId, rev }) => !standing.hasSeen(opinionId, rev))
      .map((change) => change.opinionId),
  )
  const found = await eachInFlight([...unseen], limits.maxPutsInFlight, (opinionId) =>
    deps.decisions.find(id, opinionId),
  )
  standing.take(
    found.filter((decision) => decision !== undefined),
    facts.ids,
  )
  standing.settle(facts.ids)
  if (standing.changes >= changesPerSnapshot(facts.size) && standing.isSettled())
    await keepStanding(deps, id, standing)
  return standing
}

/**
 * The changes since what is held, and what is held. Whoever kept a later snapshot may have removed some of them: that is
 * said before it is done, so asked afterwards the head tells, and the later snapshot is gone on from.
 */
async function readChanges(deps: StandingDeps, id: ConsultationId, facts: LogFacts, held: DecisionStanding) {
  let standing = held
  for (;;) {
    const changes = await deps.decisions.listChanges(id, standing.from)
    const head = await deps.standings.head(id)
    if (head === undefined || head.trimmedTo <= standing.from) return { standing, changes }
    standing = await resume(deps, id, facts)
  }
}

/** Keeps a snapshot, and removes announcements it says more than; a colleague's process that has kept one meanwhile is as good. */
export async function keepStanding(
  deps: StandingDeps,
  id: ConsultationId,
  standing: DecisionStanding,
): Promise<void> {
  const head = await deps.standings.head(id)
  const bytes = writeStanding(standing)
  const key = await deps.standings.append(id, bytes)
  const obsolete = head === undefined || head.key === key ? [] : [head.key]
  const { size, latest, from: trimmedTo } = standing
  const next: StandingHead = { method: standingMethod, size, key, latest, trimmedTo, obsolete, rev: 0 }
  standing.changes = 0
  try {
    await deps.standings.commit(id, next, head?.rev ?? 0)
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return
    throw error
  }
  await deps.standings.remove((head?.obsolete ?? []).filter((old) => old !== key))
  await deps.decisions.trimChanges(id, trimmedTo, mostTrimmed)
}
