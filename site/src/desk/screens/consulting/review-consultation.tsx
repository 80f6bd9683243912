import type { OfficeConsultation } from '#contract/office-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { closingMoment, localMoment } from '../../rules/local-time.ts'
import { ReleaseGate } from '../drafts/release-gate.tsx'

/** Everything that is about to become public, once more, then the announcement. */
export function ReviewConsultation(props: {
  held: OfficeConsultation
  mayWrite: boolean
  onChanged: (sentence: string) => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { consulting } = words
  const { consultation, draft, tasks } = props.held
  const [asking, setAsking] = useState(false)
  const rows: [string, string][] = [
    [
      consulting.draft,
      `${words.stageNames[draft.meta.stage]} · ${words.bills.articles(draft.meta.articles)}`,
    ],
    [consulting.opensOn, localMoment(consultation.opensAt, offset)],
    [consulting.closesOn, closingMoment(consultation.closesAt, offset)],
    ...(consultation.shortWindowReason
      ? [[consulting.shortReason, consultation.shortWindowReason] as [string, string]]
      : []),
    [consulting.answerOn, consultation.answerExpectedOn],
    [consulting.note, consultation.explanatoryNote],
    [consulting.questions, consultation.guidingQuestions.join('\n') || words.empty],
    [consulting.categories, consultation.categories.join(words.listSeparator) || words.empty],
    [consulting.postal, consultation.postalAddress || words.empty],
    [consulting.phone, consultation.phone || words.empty],
    [
      consulting.tasks,
      tasks.map((task) => `${task.contactPointName}　${words.home.taskDue(task.dueOn)}`).join('\n') ||
        consulting.noTasks,
    ],
  ]
  return (
    <section>
      <h2>{consulting.reviewTitle}</h2>
      <dl class="answers">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="measure public say-public">{consulting.reviewSay}</p>
      {props.mayWrite && !asking && (
        <div class="buttons">
          <Button onPress={() => setAsking(true)}>{consulting.announce}</Button>
        </div>
      )}
      {asking && (
        <ReleaseGate
          draft={draft.meta}
          say={draft.meta.publishedAt === undefined ? words.bills.releaseSay : undefined}
          doWords={consulting.announceSure}
          onDo={async () => {
            await office.announce(consultation.id, consultation.rev)
            props.onChanged(consulting.announced)
          }}
          onLeave={() => setAsking(false)}
        />
      )}
    </section>
  )
}
