import type { ContactPoint } from '#core/contact-point.ts'
import { CalendarDate } from '#core/time.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { namedChoices, SelectField } from '../../parts/fields.tsx'
import { EditForm, isDeskId, mendsOf, useEditing } from '../../parts/edit-form.tsx'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { localDay } from '../../rules/local-time.ts'
import { StationFields } from '../collecting/station-fields.tsx'

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
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed })
  const mends = mendsOf({
    'point-id': !isDeskId(typed.id) && trouble.fieldMissing(governing.pointId),
    'point-name': typed.name.trim() === '' && trouble.fieldMissing(governing.pointName),
  })
  const editing = useEditing(mends, async () => {
    const { id, name, owner, tier, area, address, phone, openingHours } = typed
    const stations = typed.stations.filter((station) => station.name.trim() !== '')
    await office.putContactPoint(
      id,
      { name, owner, tier, area, address, phone, openingHours, stations },
      point?.rev ?? 0,
    )
    props.onStored(name)
  })
  const text = (field: 'area' | 'address' | 'phone' | 'openingHours', label: string, max: number) => (
    <TextField label={label} value={typed[field]} max={max} onValue={(value) => change({ [field]: value })} />
  )
  return (
    <EditForm
      label={point ? governing.editing(point.name) : governing.newPoint}
      editing={editing}
      onCancel={props.onCancel}
    >
      <p class="public">{governing.publicSay}</p>
      {!point && (
        <TextField
          id="point-id"
          label={governing.pointId}
          hint={governing.memberIdHint}
          value={typed.id}
          error={editing.errorOf('point-id')}
          onValue={(id) => change({ id })}
        />
      )}
      <TextField
        id="point-name"
        label={governing.pointName}
        value={typed.name}
        max={80}
        error={editing.errorOf('point-name')}
        onValue={(name) => change({ name })}
      />
      <div class="pair">
        <SelectField
          label={governing.owner}
          value={typed.owner}
          choices={namedChoices(governing.ownerNames)}
          onValue={(owner) => change({ owner })}
        />
        <SelectField
          label={governing.tier}
          value={typed.tier}
          choices={namedChoices(governing.tierNames)}
          onValue={(tier) => change({ tier })}
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
    </EditForm>
  )
}
