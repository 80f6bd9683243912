import { useState } from 'preact/hooks'
import type { CollectingSession } from '#contract/collect-api.ts'
import { calendarDate, type CalendarDate } from '#core/time.ts'
import { useTimes } from '../parts/clock.tsx'
import { useCollecting, useHeld } from '../parts/collecting.tsx'
import { AreaField } from '../../parts/area-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Choices, NumberField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { Photos } from '../parts/photos.tsx'
import { SaveTrouble } from '../parts/save-trouble.tsx'
import { SessionBothVersions } from '../parts/session-both-versions.tsx'
import { useSession } from '../parts/session-edits.tsx'
import { printRoute } from '../rules/collect-route.ts'
import { mainKinds, moreKinds, newSession } from '../rules/new-session.ts'

export function NewSession({ consultationId }: { consultationId: string }) {
  const { offset } = useCollecting()
  const { rightNow } = useTimes()
  const [first] = useState(() => newSession(crypto.randomUUID(), consultationId, rightNow(), offset))
  return <SessionForm first={first} isNew />
}

export function EditSession(props: { consultationId: string; sessionId: string }) {
  const words = useWords()
  const { session: own } = words.tasks
  const sessions = useHeld((held) => held.sessions(props.consultationId), props.consultationId)
  const found = sessions?.find(({ session }) => session.id === props.sessionId)
  if (!sessions) return <Waiting />
  if (!found)
    return (
      <Screen
        title={own.missing}
        back={{ to: { screen: 'task', consultationId: props.consultationId }, name: words.back }}
        children={null}
      />
    )
  return <SessionForm first={found.session} isNew={false} />
}

function SessionForm(props: { first: CollectingSession; isNew: boolean }) {
  const words = useWords()
  const { session: own } = words.tasks
  const { session, edits, set, keep } = useSession(props.first, props.isNew)
  const [tried, setTried] = useState(false)
  const { consultationId } = session
  const done = { screen: 'session', consultationId, sessionId: session.id } as const
  const noPlace = session.place.trim() === ''
  const go = async () => {
    setTried(true)
    if (noPlace) return document.getElementById('place')?.focus()
    if (await keep()) location.hash = printRoute(done)
  }
  return (
    <Screen
      title={props.isNew ? own.newTitle : own.edit}
      back={{ to: props.isNew ? { screen: 'task', consultationId } : done, name: words.back }}
    >
      <div class="form">
        <KindField session={session} set={set} />
        <TextField
          id="place"
          label={own.place}
          hint={own.placeHint}
          reachWords={own.placeReach}
          max={120}
          value={session.place}
          onValue={(place) => set({ place })}
          error={tried && noPlace ? own.placeNeeded : undefined}
        />
        <WhenAndWho session={session} set={set} />
        <Photos session={session} keep={keep} />
        <AreaField
          label={own.note}
          reach="internal"
          reachWords={own.noteReach}
          optional
          max={500}
          value={session.note ?? ''}
          onValue={(note) => set({ note })}
        />
        <SessionBothVersions edits={edits} />
        <div class="act-bar">
          <Button onPress={() => void go()}>{props.isNew ? own.start : own.save}</Button>
          <SaveTrouble state={edits.save.state} />
        </div>
      </div>
    </Screen>
  )
}

interface Part {
  session: CollectingSession
  set: (change: Partial<CollectingSession>) => void
}

function KindField({ session, set }: Part) {
  const { session: own } = useWords().tasks
  const isMain = mainKinds.some((kind) => kind === session.channel)
  const [all, setAll] = useState(!isMain)
  const kinds = all ? [...mainKinds, ...moreKinds] : mainKinds
  return (
    <div>
      <Choices
        legend={own.kind}
        name="kind"
        value={session.channel}
        choices={kinds.map((value) => ({ value, name: own.kinds[value] }))}
        onValue={(channel) => set({ channel })}
      />
      {!all && (
        <Button kind="text" onPress={() => setAll(true)}>
          {own.moreKinds}
        </Button>
      )}
    </div>
  )
}

function WhenAndWho({ session, set }: Part) {
  const { session: own } = useWords().tasks
  const { collector, offset } = useCollecting()
  const { rightNow } = useTimes()
  const access = collector.access()
  const stations = access.state === 'open' ? access.kit.contactPoint.stations : []
  return (
    <>
      <div class="pair">
        <TextField
          label={own.heldOn}
          type="date"
          value={session.heldOn}
          onValue={(day) => {
            const today = calendarDate(rightNow(), offset)
            if (/^\d{4}-\d\d-\d\d$/.test(day) && day <= today) set({ heldOn: day as CalendarDate })
          }}
        />
        <NumberField
          label={own.headcount}
          hint={own.headcountHint}
          reachWords={own.headcountReach}
          value={session.headcount === 0 ? undefined : session.headcount}
          onValue={(n) => set({ headcount: Math.min(n ?? 0, 100_000) })}
        />
      </div>
      {stations.length > 0 && (
        <div class="field">
          <label for="station">{own.station}</label>
          <select
            id="station"
            value={session.stationId ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const station = stations.find(({ id }) => id === value)
              set({ stationId: station?.id })
            }}
          >
            <option value="">{own.stationNone}</option>
            {stations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}
