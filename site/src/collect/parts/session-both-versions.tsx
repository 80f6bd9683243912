import type { CollectingSession } from '#contract/collect-api.ts'
import { BothVersions } from './both-versions.tsx'
import { useCollecting } from './collecting.tsx'
import type { Edits } from './edits.tsx'
import { useWords } from './language.tsx'

/** One session written in two windows. */
export function SessionBothVersions({ edits }: { edits: Edits<CollectingSession> }) {
  const { session: own } = useWords().tasks
  const { collector } = useCollecting()
  const access = collector.access()
  const stations = access.state === 'open' ? access.kit.contactPoint.stations : []
  const names: Partial<Record<keyof CollectingSession, string>> = {
    channel: own.kind,
    place: own.place,
    heldOn: own.heldOn,
    headcount: own.headcount,
    stationId: own.station,
    note: own.note,
  }
  const valueOf = (field: keyof CollectingSession, session: CollectingSession): string => {
    if (field === 'channel') return own.kinds[session.channel]
    if (field === 'stationId')
      return stations.find(({ id }) => id === session.stationId)?.name ?? own.stationNone
    return String(session[field] ?? '')
  }
  return (
    <BothVersions<CollectingSession>
      edits={edits}
      say={(field, session) => ({ name: names[field] ?? field, value: valueOf(field, session) })}
    />
  )
}
