import { limits } from '#contract/limits.ts'
import { DecisionStanding } from '#core/decision-standing.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log-facts.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Decisions, Deps } from '#core/ports.ts'
import type { StandingHead } from '#core/standing-ports.ts'
import { instant } from '#core/time.ts'
import { eachInFlight } from './in-flight.ts'

type StandingDeps = Pick<Deps, 'decisions' | 'standings'>

const memories = new WeakMap<Decisions, Map<ConsultationId, Promise<DecisionStanding>>>()

/** So many decisions since the last snapshot are worth a new one. */
const changesPerSnapshot = 500
const method = 'v1'

/**
 * Which opinions are decided, as of now: from the last snapshot on by the changes since, each looked at where it was
 * made. Only the first time of all are all decisions read. By place: 0 undecided, else the outcome.
 */
export async function followDecisions(
  deps: StandingDeps,
  id: ConsultationId,
  facts: LogFacts,
): Promise<Uint8Array> {
  const memory = memories.get(deps.decisions) ?? new Map<ConsultationId, Promise<DecisionStanding>>()
  memories.set(deps.decisions, memory)
  const before = memory.get(id)
  const next = (before ?? resume(deps, id, facts))
    .catch(() => resume(deps, id, facts))
    .then((standing) => advance(deps, id, facts, standing))
  memory.set(id, next)
  return (await next).byPlace()
}

async function resume(deps: StandingDeps, id: ConsultationId, facts: LogFacts): Promise<DecisionStanding> {
  const head = await deps.standings.head(id)
  const bytes = head?.method === method ? await deps.standings.find(head.key) : undefined
  if (head !== undefined && bytes !== undefined)
    return new DecisionStanding(Uint8Array.from(bytes), head.latest)
  const standing = new DecisionStanding(new Uint8Array(0), instant(0))
  for await (const decided of deps.decisions.outcomes(id)) standing.take(decided, facts.ids)
  standing.forget()
  return standing
}

async function advance(
  deps: StandingDeps,
  id: ConsultationId,
  facts: LogFacts,
  standing: DecisionStanding,
): Promise<DecisionStanding> {
  standing.settle(facts.ids)
  const changes = await deps.decisions.listChanges(id, standing.from)
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
  if (standing.changes >= changesPerSnapshot && standing.isSettled()) await keep(deps, id, standing)
  return standing
}

/** Keeps a snapshot; a colleague's process that has kept one meanwhile is as good. */
async function keep(deps: StandingDeps, id: ConsultationId, standing: DecisionStanding): Promise<void> {
  const head = await deps.standings.head(id)
  const bytes = standing.byPlace()
  const key = await deps.standings.append(id, bytes)
  const obsolete = head === undefined || head.key === key ? [] : [head.key]
  const next: StandingHead = { method, size: bytes.length, key, latest: standing.latest, obsolete, rev: 0 }
  standing.changes = 0
  try {
    await deps.standings.commit(id, next, head?.rev ?? 0)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'changed-meanwhile') return
    throw error
  }
  await deps.standings.remove((head?.obsolete ?? []).filter((old) => old !== key))
}
