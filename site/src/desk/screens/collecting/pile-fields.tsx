import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { paperChannels } from '../../rules/pile.ts'

/** What a pile of paper has in common: said once, kept for every opinion of it. */
export function PileFields(props: {
  pile: CollectingSession
  stations: ContactPoint['stations']
  onPile: (change: Partial<CollectingSession>) => void
  onNext: () => void
}) {
  const { transcribing, channelNames } = useWords()
  const { pile, onPile } = props
  return (
    <fieldset class="group pile">
      <legend>{transcribing.batch}</legend>
      <div class="pile-fields">
        <TextField
          label={transcribing.heldOn}
          type="date"
          id="pile-day"
          value={pile.heldOn}
          onValue={(heldOn) => onPile({ heldOn: heldOn as CollectingSession['heldOn'] })}
        />
        <SelectField
          label={transcribing.channel}
          value={pile.channel}
          choices={paperChannels.map((value) => ({ value, name: channelNames[value] }))}
          onValue={(channel) => onPile({ channel })}
        />
        <TextField
          label={transcribing.place}
          hint={transcribing.placeHint}
          value={pile.place}
          max={120}
          onValue={(place) => onPile({ place })}
        />
        {props.stations.length > 0 && (
          <SelectField
            label={transcribing.station}
            value={pile.stationId ?? ''}
            empty={transcribing.noStation}
            choices={props.stations.map(({ id, name }) => ({ value: id, name }))}
            onValue={(id) => onPile({ stationId: id || undefined })}
          />
        )}
        <TextField
          label={transcribing.headcount}
          hint={transcribing.headcountHint}
          value={String(pile.headcount)}
          max={6}
          onValue={(text) => onPile({ headcount: Math.min(Number(text.replace(/\D/g, '')), 100_000) })}
        />
      </div>
      <p class="aside">
        <Button kind="quiet" onPress={props.onNext}>
          {transcribing.next}
        </Button>{' '}
        {transcribing.nextSay}
      </p>
    </fieldset>
  )
}
