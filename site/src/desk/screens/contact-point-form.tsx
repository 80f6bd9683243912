import type { ContactPoint } from '#core/contact-point.ts'
import { CalendarDate } from '#core/time.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { TextField } from '../../parts/text-field.tsx'
import { SelectField } from '../parts/fields.tsx'
import { MendList, TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { DoOrLeave } from '../parts/do-or-leave.tsx'
import { useWords } from '../parts/language.tsx'
import { nowInstant, useSession } from '../parts/session.tsx'
import { localDay } from '../rules/local-time.ts'
import { StationFields } from './station-fields.tsx'

type Typed = Omit<ContactPoint, 'rev' | 'id'> & { id: string }

const empty: Typed = {
  id: '',
  name: '',
  owner: 'npc',
  tier: 'municipal',
  area: '',
  address: '',
  phone: '',
  openingHours: '',
  stations: [],
}

/** One contact point with its stations. */
export function ContactPointForm(props: {
  point: ContactPoint | undefined
  onStored: (name: string) => void
  onCancel: () => void
}) {
  const words = useWords()
  const { governing, trouble } = words
  const { offset } = useSession()
  const { point } = props
  const [typed, setTyped] = useState<Typed>(point ?? empty)
  const [round, setRound] = useState(0)
  const doing = useDoing()
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed })
  const mends = [
    ...(/^[a-z0-9][a-z0-9-]{0,63}$/.test(typed.id)
      ? []
      : [{ id: 'point-id', text: trouble.fieldMissing(governing.pointId) }]),
    ...(typed.name.trim() === ''
      ? [{ id: 'point-name', text: trouble.fieldMissing(governing.pointName) }]
      : []),
  ]
  const errorOf = (id: string) => (round > 0 ? mends.find((mend) => mend.id === id)?.text : undefined)
  const store = () => {
    setRound(round + 1)
    if (mends.length > 0) return
    doing.run(async () => {
      const { id, name, owner, tier, area, address, phone, openingHours } = typed
      const stations = typed.stations.filter((station) => station.name.trim() !== '')
      await office.putContactPoint(
        id,
        { name, owner, tier, area, address, phone, openingHours, stations },
        point?.rev ?? 0,
      )
      props.onStored(name)
    })
  }
  const text = (field: 'area' | 'address' | 'phone' | 'openingHours', label: string, max: number) => (
    <TextField label={label} value={typed[field]} max={max} onValue={(value) => change({ [field]: value })} />
  )
  return (
    <div
      class="form edit"
      role="group"
      aria-label={point ? governing.editing(point.name) : governing.newPoint}
    >
      <MendList mends={mends} round={round} />
      <TroubleBox trouble={doing.trouble} />
      <p class="public">{governing.publicSay}</p>
      {!point && (
        <TextField
          id="point-id"
          label={governing.pointId}
          hint={governing.memberIdHint}
          value={typed.id}
          error={errorOf('point-id')}
          onValue={(id) => change({ id })}
        />
      )}
      <TextField
        id="point-name"
        label={governing.pointName}
        value={typed.name}
        max={80}
        error={errorOf('point-name')}
        onValue={(name) => change({ name })}
      />
      <div class="pair">
        <SelectField
          label={governing.owner}
          value={typed.owner}
          choices={Object.entries(governing.ownerNames).map(([value, name]) => ({ value, name }))}
          onValue={(owner) => change({ owner: owner as Typed['owner'] })}
        />
        <SelectField
          label={governing.tier}
          value={typed.tier}
          choices={Object.entries(governing.tierNames).map(([value, name]) => ({ value, name }))}
          onValue={(tier) => change({ tier: tier as Typed['tier'] })}
        />
      </div>
      {text('area', governing.area, 60)}
      {text('address', governing.address, 200)}
      {text('phone', governing.phone, 40)}
      {text('openingHours', governing.hours, 120)}
      <fieldset class="group">
        <legend>{governing.stations}</legend>
        <p class="soft">{words.point.stationsSay}</p>
        <StationFields
          stations={typed.stations}
          held={point?.stations ?? []}
          today={CalendarDate.parse(localDay(nowInstant(), offset))}
          onStations={(stations) => change({ stations })}
        />
      </fieldset>
      <DoOrLeave busy={doing.busy} onDo={store} onLeave={props.onCancel}>
        {words.save}
      </DoOrLeave>
    </div>
  )
}
