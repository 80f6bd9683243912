import type { SessionAnswer } from '#contract/collect-api.ts'
import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import { shapeProblems } from '#contract/shape-problems.ts'
import { CollectingSession, reviseSession, type HeldSession } from '#core/collecting/collecting-session.ts'
import { CollectingSessionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Sending } from './sending.ts'

type SessionDeps = Pick<Deps, 'collectingSessions'>

/** Two tabs or a late repeat may revise the same session at once. */
const attempts = 6

/** Answers for a session whose id cannot be read. */
const nameless = '00000000-0000-0000-0000-000000000000' as CollectingSessionId

/** Stores the sessions of one sending, each on its own, and answers for each in their order; throws when all failed. */
export async function storeSessions(
  deps: SessionDeps,
  sending: Sending,
  records: readonly unknown[],
): Promise<SessionAnswer[]> {
  const errors: unknown[] = []
  const answers = await eachInFlight(records, limits.maxPutsInFlight, async (record) => {
    const read = CollectingSession.safeParse(record)
    if (!read.success)
      return refused(idOf(record), shapeProblems(read.error.issues, record).map(recordProblem))
    const { data: session } = read
    if (sending.setAside !== undefined)
      return { id: session.id, verdict: 'quarantined' as const, problems: [] }
    return storeSession(deps, sending, session).catch((error: unknown) => {
      errors.push(error)
      return refused(session.id, [{ field: '', code: 'store-failed', facts: {} }])
    })
  })
  if (errors.length > 0 && errors.length === answers.length) throw errors[0]
  return answers
}

/** Stores one session, or its next revision. */
export async function storeSession(
  deps: SessionDeps,
  { contactPointId, deviceId, recordedBy, sentAt, receivedAt }: Omit<Sending, 'carried'>,
  session: CollectingSession,
): Promise<SessionAnswer> {
  const sending = { deviceId, recordedBy, sentAt, receivedAt }
  const first: HeldSession = { contactPointId, session, sending, earlier: [], rev: 0 }
  for (let attempt = 1; ; attempt += 1) {
    const held = await deps.collectingSessions.find(contactPointId, session.consultationId, session.id)
    const next = held && reviseSession(held, { session, sending })
    if (next?.verdict === 'repeated') return { id: session.id, verdict: 'repeated', problems: [] }
    try {
      await deps.collectingSessions.put(next?.revised ?? first, held?.rev ?? 0)
      return { id: session.id, verdict: held === undefined ? 'stored' : 'revised', problems: [] }
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}

function idOf(record: unknown): CollectingSessionId {
  const read = CollectingSessionId.safeParse((record as { id?: unknown } | null)?.id)
  return read.success ? read.data : nameless
}

function refused(id: CollectingSessionId, problems: SessionAnswer['problems']): SessionAnswer {
  return { id, verdict: 'refused', problems }
}

function recordProblem({ field, code, ...facts }: FieldProblem): SessionAnswer['problems'][number] {
  return { field, code, facts }
}
