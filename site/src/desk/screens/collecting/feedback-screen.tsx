import type { FeedbackSlips } from '#contract/feedback-api.ts'
import { useContext, useState } from 'preact/hooks'
import { printDate } from '#contract/print-time.ts'
import { office } from '../../api/office.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { SpeechContext, useWords } from '../../parts/language.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { BoardSheets, PersonSlips, useGroupName } from './feedback-sheets.tsx'
import { SlipPartBar, useSlipParts } from './slip-parts.tsx'

/** The way back: slips for the people this contact point listened to, occasion by occasion. */
export function FeedbackScreen(props: { consultationId: string }) {
  const words = useWords()
  const id = props.consultationId
  const { data, trouble, reload } = useLoaded(() => office.feedbackSlips(id), id)
  const back = { to: { screen: 'task', consultationId: id } as const, name: data?.bill.title ?? '' }
  if (!data)
    return (
      <Screen title={words.feedback.title}>
        {trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />}
      </Screen>
    )
  return (
    <Screen title={words.feedback.title} back={back}>
      {data.opinions === 0 ? (
        <p>{words.feedback.none}</p>
      ) : data.bulletin ? (
        <SlipDesk all={data} onStale={reload} />
      ) : (
        <Before slips={data} />
      )}
    </Screen>
  )
}

/** So many occasions stand open; a diligent contact point has sixty. */
const shownFirst = 8

function Before({ slips }: { slips: FeedbackSlips }) {
  const { feedback } = useWords()
  const { language } = useContext(SpeechContext)
  return (
    <>
      <p class="measure next">{feedback.before(printDate(slips.answerExpectedOn, language))}</p>
      <p>{feedback.beforeCount(slips.opinions, slips.groups.length)}</p>
      <Occasions groups={slips.groups.slice(0, shownFirst)} />
      {slips.groups.length > shownFirst && (
        <details class="more">
          <summary>{feedback.moreOccasions(slips.groups.length - shownFirst)}</summary>
          <Occasions groups={slips.groups.slice(shownFirst)} />
        </details>
      )}
    </>
  )
}

function Occasions({ groups }: { groups: FeedbackSlips['groups'] }) {
  const { feedback } = useWords()
  const nameOf = useGroupName()
  return (
    <ul class="plain">
      {groups.map((group) => (
        <li key={group.key}>
          <span lang="zh-CN">{nameOf(group)}</span>{' '}
          <span class="soft">{feedback.opinions(group.opinions)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Which occasion is printed; where there are many, a few characters of its day or place find it. */
function OccasionChoice(props: { slips: FeedbackSlips; chosen: string; onChosen: (key: string) => void }) {
  const { feedback } = useWords()
  const nameOf = useGroupName()
  const [sought, setSought] = useState('')
  const { groups } = props.slips
  const words = sought.trim().split(/\s+/u)
  const found = groups.filter(
    (group) => group.key === props.chosen || words.every((word) => nameOf(group).includes(word)),
  )
  return (
    <>
      {groups.length > shownFirst && (
        <TextField
          type="search"
          label={feedback.seek}
          hint={feedback.seekHint(groups.length, found.length)}
          value={sought}
          onValue={setSought}
        />
      )}
      <SelectField
        label={feedback.which}
        value={props.chosen}
        empty={feedback.all(props.slips.answered)}
        choices={found.map((group) => ({
          value: group.key,
          name: `${nameOf(group)}（${group.answered}）`,
        }))}
        onValue={props.onChosen}
      />
    </>
  )
}

function SlipDesk({ all, onStale }: { all: FeedbackSlips; onStale: () => void }) {
  const { feedback } = useWords()
  const [chosen, setChosen] = useState('')
  const [form, setForm] = useState<'person' | 'board'>('person')
  const parts = useSlipParts(all, chosen, onStale)
  return (
    <>
      <p class="measure">{feedback.lead}</p>
      <p role="status">
        {feedback.sums(all.opinions, all.answered, all.waiting)}{' '}
        {all.waiting > 0 && <span class="soft">{feedback.waitingSay}</span>}
      </p>
      <div class="form">
        <OccasionChoice slips={all} chosen={chosen} onChosen={setChosen} />
        <SelectField
          label={feedback.form}
          value={form}
          choices={(['person', 'board'] as const).map((value) => ({ value, name: feedback.forms[value] }))}
          onValue={setForm}
        />
      </div>
      <SlipPartBar parts={parts} />
      {parts.slips ? (
        <PrintedPart slips={parts.slips} form={form} />
      ) : parts.trouble ? (
        <TroubleBox trouble={parts.trouble} onRetry={parts.reload} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

function PrintedPart({ slips, form }: { slips: FeedbackSlips; form: 'person' | 'board' }) {
  const { feedback } = useWords()
  const { from, shown, of } = slips.part
  const Sheets = form === 'person' ? PersonSlips : BoardSheets
  return (
    <>
      <p class="buttons under-table">
        <Button onPress={() => window.print()} disabled={shown === 0}>
          {shown === of ? feedback.print(shown) : feedback.printPart(from, from + shown - 1)}
        </Button>
      </p>
      <h2 class="after">{feedback.preview}</h2>
      {shown === 0 && <p>{feedback.nothing}</p>}
      <div class="paper-stage">
        <Sheets slips={slips} />
      </div>
    </>
  )
}
