import type { OfficeConsultation, Readiness } from '#contract/office-api.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { AreaField } from '../parts/fields.tsx'
import { Button, Done, Link, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useKept } from '../parts/kept.ts'
import { useDoing, useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { articlesIn } from '../rules/decision-check.ts'
import { articleOfLabel } from '../rules/article-of-label.ts'
import { CausesOwed } from './causes-owed.tsx'
import { ConsultationFrame } from './consultation-frame.tsx'
import { ReconciliationTable } from './reconciliation-table.tsx'

/** What is missing, the sums, the opening words, then the publication. */
export function PublishBulletin(props: { consultationId: string }) {
  const id = props.consultationId
  const held = useLoaded(() => office.consultation(id), id)
  const readiness = useLoaded(() => office.readiness(id), `readiness ${id}`)
  if (!held.data)
    return held.trouble ? <TroubleBox trouble={held.trouble} onRetry={held.reload} /> : <Waiting />
  const again = () => {
    held.reload()
    readiness.reload()
  }
  return (
    <ConsultationFrame held={held.data} section="publish">
      <TroubleBox trouble={readiness.trouble} onRetry={again} />
      {readiness.data ? (
        <Publishing held={held.data} readiness={readiness.data} busy={readiness.busy} onRecheck={again} />
      ) : (
        !readiness.trouble && <Waiting />
      )}
    </ConsultationFrame>
  )
}

function Publishing(props: {
  held: OfficeConsultation
  readiness: Readiness
  busy: boolean
  onRecheck: () => void
}) {
  const words = useWords()
  const { deciding } = words
  const { held, readiness } = props
  const { consultation, bill, state } = held
  // Until somebody edits it, the opening follows the counts as they change.
  const form = useKept<{ head?: string }>(`head ${consultation.id}`, () => ({}))
  const head = form.value.head ?? readiness.suggestedHead
  const doing = useDoing()
  const [asking, setAsking] = useState(false)
  const [edition, setEdition] = useState<number>()
  const publish = () =>
    doing.run(async () => {
      const bulletin = await office.publish(consultation.id, head.trim())
      form.forget()
      setAsking(false)
      setEdition(bulletin.edition)
      props.onRecheck()
    })
  return (
    <>
      {edition !== undefined && (
        <Done>
          {deciding.published(edition)}{' '}
          <a href={pagePaths.bulletin(bill.id, consultation.id)}>{deciding.viewBulletin}</a>
        </Done>
      )}
      <section>
        <h2>
          {!readiness.ready ? deciding.notReady : state === 'answered' ? deciding.answered : deciding.ready}
        </h2>
        {state === 'answered' && <p>{deciding.republish}</p>}
        <ul class="blockers">
          {readiness.blockers.map(
            (blocker) => blocker !== 'causes-missing' && <li key={blocker}>{deciding.blockers[blocker]}</li>,
          )}
        </ul>
        <CausesOwed billId={bill.id} owed={readiness.owed} lead={deciding.blockers['causes-missing']} />
        <Gaps held={held} readiness={readiness} />
        <Button kind="quiet" onPress={props.onRecheck} busy={props.busy} busyWords={words.loading}>
          {deciding.recheck}
        </Button>
      </section>
      <div class="twin publishing">
        <section class="form">
          <AreaField
            label={deciding.head}
            hint={deciding.headHint}
            reach="public"
            rows={7}
            max={4000}
            value={head}
            onValue={(edited) => form.set({ head: edited })}
          />
          {form.value.head !== undefined && form.value.head !== readiness.suggestedHead && (
            <div class="buttons">
              <Button kind="text" onPress={form.forget}>
                {deciding.headAgain}
              </Button>
            </div>
          )}
          <p class="public say-public">{deciding.publishSay}</p>
          <TroubleBox trouble={doing.trouble} />
          <div class="buttons">
            {asking ? (
              <>
                <Button onPress={publish} busy={doing.busy} busyWords={deciding.publishing}>
                  {deciding.publishSure}
                </Button>
                <Button kind="quiet" onPress={() => setAsking(false)}>
                  {words.cancel}
                </Button>
              </>
            ) : (
              <Button onPress={() => setAsking(true)} disabled={!readiness.ready}>
                {deciding.publish}
              </Button>
            )}
            {!readiness.ready && <span class="soft">{deciding.notReady}</span>}
          </div>
        </section>
        <section>
          <h2>{deciding.totals}</h2>
          <ReconciliationTable reconciliation={readiness.reconciliation} />
        </section>
      </div>
    </>
  )
}

function Gaps(props: { held: OfficeConsultation; readiness: Readiness }) {
  const words = useWords()
  const { deciding } = words
  const { gaps, gapCount } = props.readiness
  if (gapCount === 0) return null
  const articles = articlesIn(props.held.draft.provisions)
  return (
    <>
      <h3>{deciding.gapsTitle(gapCount)}</h3>
      <ul class="gaps">
        {gaps.slice(0, 100).map((gap) => (
          <li key={`${gap.opinionId} ${gap.gap}`}>
            <Link
              to={{
                screen: 'opinions',
                consultationId: props.held.consultation.id,
                filter: { article: articleOfLabel(gap.provisionLabel, articles), opinion: gap.opinionId },
              }}
            >
              {deciding.number(gap.n + 1)} · {gap.provisionLabel || words.whole}
            </Link>
            <span>{deciding.gaps[gap.gap]}</span>
          </li>
        ))}
      </ul>
      {gapCount > Math.min(100, gaps.length) && (
        <p>{deciding.gapsMore(gapCount - Math.min(100, gaps.length))}</p>
      )}
    </>
  )
}
