import type { CollectingSession } from '#contract/collect-api.ts'
import { useRef } from 'preact/hooks'
import { useCollecting } from './collecting.tsx'
import { useEdits } from './edits.tsx'

/** A session is kept from the moment it has a place or a photo: nothing is lost, and nothing empty is left behind. */
export function useSession(first: CollectingSession, isNew: boolean) {
  const { collector, now } = useCollecting()
  const { id, consultationId } = first
  const kept = useRef(!isNew)
  const edits = useEdits<CollectingSession>(
    first,
    {
      save: (session, before) => collector.saveSession(session, before),
      read: async () =>
        (await collector.sessions(consultationId)).find(({ session }) => session.id === id)?.session,
    },
    now(),
  )
  const set = (change: Partial<CollectingSession>) => {
    kept.current ||= (change.place ?? edits.value.place).trim() !== ''
    edits.change((session) => ({ ...session, ...change }), kept.current)
  }
  /** Answers whether it is on the device. */
  const keep = async (): Promise<boolean> => {
    const wasKept = kept.current
    kept.current = true
    if (!wasKept || !edits.isSaved()) edits.change((session) => session)
    await edits.flush()
    return edits.isSaved()
  }
  return { session: edits.value, edits, set, keep }
}
