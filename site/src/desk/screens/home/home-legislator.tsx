import type { OfficeBillList } from '#contract/office-api.ts'
import { consultationState, type Consultation, type ConsultationState } from '#core/consultation.ts'
import { office } from '../../api/office.ts'
import { pointDesk } from '../../api/point.ts'
import { ConsultationClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { nowInstant, useSession } from '../../parts/session.tsx'
import { closingMoment, localDay } from '../../rules/local-time.ts'

type BillRow = OfficeBillList['bills'][number]

/** What needs a person first: overdue and closed, then prepared, open, scheduled, answered. */
const order: readonly ConsultationState[] = [
  'closed',
  'prepared',
  'open',
  'scheduled',
  'answered',
  'withdrawn',
]

/** The legislator's morning: consultations with their clocks, those that wait first. */
export function HomeLegislator() {
  const words = useWords()
  const { data, trouble, reload } = useLoaded(office.bills, 'bills')
  if (!data) return trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />
  const now = nowInstant()
  const cards = data.bills
    .flatMap((bill) =>
      bill.consultations.map((consultation) => ({
        bill,
        consultation,
        state: consultationState(consultation, now),
      })),
    )
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.consultation.closesAt < b.consultation.closesAt ? -1 : 1),
    )
  const unused = data.bills.filter((bill) => bill.consultations.length === 0)
  return (
    <>
      <section>
        <h2>{words.home.consultations}</h2>
        <ReportsToReceive />
        {cards.length === 0 && <p>{words.home.noConsultations}</p>}
        <ul class="cases">
          {cards.map(({ bill, consultation, state }) => (
            <li key={consultation.id}>
              <ConsultationCard bill={bill} consultation={consultation} state={state} />
            </li>
          ))}
        </ul>
      </section>
      {unused.length > 0 && (
        <section>
          <h2>{words.home.unused}</h2>
          <ul class="plain">
            {unused.map((bill) => (
              <li key={bill.id}>
                <Link to={{ screen: 'bill', billId: bill.id }}>{bill.title}</Link>
                <span class="soft">
                  {' · '}
                  {bill.drafts.length === 0
                    ? words.bills.noDrafts
                    : words.home.draftsWaiting(bill.drafts.length)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="buttons after">
        <Link to={{ screen: 'bills' }} class="button quiet">
          {words.home.allBills}
        </Link>
      </div>
    </>
  )
}

/** What contact points sent up and nobody received yet. */
function ReportsToReceive() {
  const { point } = useWords()
  const { data } = useLoaded(pointDesk.reports, 'reports')
  const waiting = data?.reports.filter(({ status }) => status === 'submitted').length ?? 0
  if (waiting === 0) return null
  return (
    <p class="next">
      <Link to={{ screen: 'reports' }}>{point.reportsToReceive(waiting)}</Link>
    </p>
  )
}

/** One consultation: its bill, its clock, its counts, and the next step in words. */
export function ConsultationCard(props: {
  bill: BillRow
  consultation: Consultation
  state: ConsultationState
}) {
  const words = useWords()
  const { offset } = useSession()
  const { bill, consultation, state } = props
  const draft = bill.drafts.find(({ id }) => id === consultation.draftId)
  const next =
    state === 'prepared'
      ? words.home.announceWaiting
      : state === 'closed'
        ? words.home.answerWaiting
        : undefined
  return (
    <article class={next ? 'case waits' : 'case'}>
      <p class="kind">
        {draft ? words.stageNames[draft.stage] : ''} · {words.stateNames[state]}
      </p>
      <h3>
        <Link to={{ screen: 'consultation', consultationId: consultation.id }}>{bill.title}</Link>
      </h3>
      {state !== 'prepared' && state !== 'withdrawn' && (
        <p class="clock-line">
          <ConsultationClock consultation={consultation} state={state} />
        </p>
      )}
      <p class="soft">
        {words.home.windowLine(
          localDay(consultation.opensAt, offset),
          closingMoment(consultation.closesAt, offset),
        )}
      </p>
      {(state === 'open' || state === 'closed') && <CaseCounts consultationId={consultation.id} />}
      {next && <p class="next">{next}</p>}
    </article>
  )
}

/** How many opinions came and how many wait, read when the card is shown; without them the card still serves. */
function CaseCounts(props: { consultationId: string }) {
  const words = useWords()
  const { data } = useLoaded(() => office.consultation(props.consultationId), props.consultationId)
  if (!data) return null
  const { received } = data.tallies
  const waiting = received - data.decided
  return (
    <p>
      {words.home.received(received)}
      {waiting > 0 && (
        <>
          {' · '}
          <Link
            to={{ screen: 'opinions', consultationId: props.consultationId, filter: { undecided: true } }}
          >
            {words.home.decideWaiting(waiting)}
          </Link>
        </>
      )}
    </p>
  )
}
