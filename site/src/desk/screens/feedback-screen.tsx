import type { FeedbackSlips } from '#contract/feedback-api.ts'
import { useContext, useState } from 'preact/hooks'
import { printDate } from '#contract/print-time.ts'
import { office } from '../api/office.ts'
import { SelectField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../parts/frame.tsx'
import { SpeechContext, useWords } from '../parts/language.tsx'
import { useLoaded } from '../parts/loading.ts'
import { BoardSheets, PersonSlips, useGroupName } from './feedback-sheets.tsx'

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
    <Screen title={words.feedback.title} kind={data.bill.title} back={back}>
      {data.opinions === 0 ? (
        <p>{words.feedback.none}</p>
      ) : data.bulletin ? (
        <SlipDesk slips={data} />
      ) : (
        <Before slips={data} />
      )}
    </Screen>
  )
}

function Before({ slips }: { slips: FeedbackSlips }) {
  const { feedback } = useWords()
  const { language } = useContext(SpeechContext)
  const nameOf = useGroupName()
  return (
    <>
      <p class="measure next">{feedback.before(printDate(slips.answerExpectedOn, language))}</p>
      <p>{feedback.beforeCount(slips.opinions, slips.groups.length)}</p>
      <ul class="plain" lang="zh-CN">
        {slips.groups.map((group) => (
          <li key={group.key}>
            {nameOf(group)} <span class="soft">{feedback.opinions(group.opinions)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function SlipDesk({ slips }: { slips: FeedbackSlips }) {
  const { feedback } = useWords()
  const nameOf = useGroupName()
  const [chosen, setChosen] = useState('')
  const [form, setForm] = useState<'person' | 'board'>('person')
  const groups = slips.groups.filter(({ key }) => chosen === '' || key === chosen)
  const count = groups.reduce((sum, group) => sum + group.slips.length, 0)
  return (
    <>
      <p class="measure">{feedback.lead}</p>
      <p role="status">
        {feedback.sums(slips.opinions, slips.answered, slips.waiting)}{' '}
        {slips.waiting > 0 && <span class="soft">{feedback.waitingSay}</span>}
      </p>
      <div class="form">
        <SelectField
          label={feedback.which}
          value={chosen}
          empty={feedback.all(slips.answered)}
          choices={slips.groups.map((group) => ({
            value: group.key,
            name: `${nameOf(group)}（${group.slips.length}）`,
          }))}
          onValue={setChosen}
        />
        <SelectField
          label={feedback.form}
          value={form}
          choices={(['person', 'board'] as const).map((value) => ({ value, name: feedback.forms[value] }))}
          onValue={setForm}
        />
      </div>
      <p class="buttons">
        <Button onPress={() => window.print()} disabled={count === 0}>
          {feedback.print(count)}
        </Button>
      </p>
      <h2 class="after">{feedback.preview}</h2>
      {count === 0 && <p>{feedback.nothing}</p>}
      <div class="paper-stage">
        {form === 'person' ? (
          <PersonSlips slips={slips} groups={groups} />
        ) : (
          <BoardSheets slips={slips} groups={groups} />
        )}
      </div>
    </>
  )
}
