import type { ContactPoint, Station } from '#core/contact-point.ts'
import { CalendarDate } from '#core/time.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { pointDesk } from '../../api/point.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { localDay } from '../../rules/local-time.ts'
import { StationFields } from './station-fields.tsx'

/** A liaison's own stations: added, renamed, closed; never removed, because opinions name them. */
export function Stations() {
  const words = useWords()
  const { me } = useSession()
  const points = useLoaded(office.contactPoints, 'contact-points')
  const own = points.data?.contactPoints.find(({ id }) => id === me.contactPoint?.id)
  return (
    <Screen
      title={words.point.stationsTitle}
      kind={me.contactPoint?.name}
      back={{ to: { screen: 'home' }, name: words.nav.home }}
    >
      <p class="measure">{words.point.stationsSay}</p>
      <TroubleBox trouble={points.trouble} onRetry={points.reload} />
      {!points.data && !points.trouble && <Waiting />}
      {own && <StationsForm key={own.rev} held={own} onStored={points.reload} />}
    </Screen>
  )
}

function StationsForm(props: { held: ContactPoint; onStored: () => void }) {
  const words = useWords()
  const { offset } = useSession()
  const { held } = props
  const [stations, setStations] = useState<Station[]>(held.stations)
  const doing = useDoing()
  const [stored, setStored] = useState(false)
  const store = () =>
    doing.run(async () => {
      const named = stations.filter(({ name }) => name.trim() !== '')
      await pointDesk.putStations(held.id, named, held.rev)
      setStored(true)
      props.onStored()
    })
  return (
    <div class="form">
      <TroubleBox trouble={doing.trouble} />
      {stored && <Done>{words.point.stationsStored}</Done>}
      {stations.length === 0 && <p>{words.point.noStations}</p>}
      <StationFields
        stations={stations}
        held={held.stations}
        today={CalendarDate.parse(localDay(nowInstant(), offset))}
        onStations={setStations}
      />
      <div class="buttons">
        <Button onPress={store} busy={doing.busy} busyWords={words.saving}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
