import type { Station } from '#core/contact-point.ts'
import { StationId } from '#core/ids.ts'
import type { CalendarDate } from '#core/time.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { clientId, randomBytes } from '../../rules/client-id.ts'

/** Stations of a contact point in a form: those that stood before can be closed and opened again, new ones taken back. */
export function StationFields(props: {
  stations: readonly Station[]
  held: readonly Station[]
  today: CalendarDate
  onStations: (stations: Station[]) => void
}) {
  const { point } = useWords()
  const { stations, onStations, today } = props
  const replace = (place: number, station: Station) => onStations(stations.with(place, station))
  const add = () => {
    const id = StationId.parse(clientId('st', randomBytes()))
    onStations([...stations, { id, name: '', area: '' }])
  }
  return (
    <>
      {stations.map((station, place) => (
        <fieldset class={station.closedOn ? 'station off' : 'station'} key={station.id}>
          <legend>
            {point.stationN(place + 1)}
            {station.closedOn && ` · ${point.closedSince(station.closedOn)}`}
          </legend>
          <div class="pair">
            <TextField
              label={point.stationName}
              value={station.name}
              max={80}
              onValue={(name) => replace(place, { ...station, name })}
            />
            <TextField
              label={point.stationArea}
              value={station.area}
              max={60}
              onValue={(area) => replace(place, { ...station, area })}
            />
          </div>
          <StationEnd
            station={station}
            isNew={!props.held.some(({ id }) => id === station.id)}
            today={today}
            onStation={(changed) =>
              changed ? replace(place, changed) : onStations(stations.filter((_, at) => at !== place))
            }
          />
        </fieldset>
      ))}
      <div>
        <Button kind="quiet" onPress={add}>
          {point.addStation}
        </Button>
      </div>
    </>
  )
}

/** One not stored yet is simply taken back; one that stood is closed, or opened again. */
function StationEnd(props: {
  station: Station
  isNew: boolean
  today: CalendarDate
  onStation: (station: Station | undefined) => void
}) {
  const { point } = useWords()
  const { station } = props
  if (props.isNew)
    return (
      <Button kind="text" onPress={() => props.onStation(undefined)}>
        {point.undoAdd}
      </Button>
    )
  const { closedOn, ...open } = station
  return closedOn ? (
    <Button kind="text" label={point.reopenOf(station.name)} onPress={() => props.onStation(open)}>
      {point.reopenStation}
    </Button>
  ) : (
    <Button
      kind="text"
      label={point.closeOf(station.name)}
      onPress={() => props.onStation({ ...open, closedOn: props.today })}
    >
      {point.closeStation}
    </Button>
  )
}
