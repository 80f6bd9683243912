import type { OpinionCountShown } from '#contract/opinion-work-api.ts'
import type { RollUpAnswer } from '#contract/roll-up-api.ts'
import { office } from '../../api/office.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { pointDesk } from '../../api/point.ts'
import { ConsultationClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { ProgressRing } from '../../parts/progress-ring.tsx'
import { nowInstant } from '../../parts/session.tsx'
import { type BillLine, billLines } from '../../rules/bill-lines.ts'
import { sumPoints } from '../../rules/sum-points.ts'

/** The whole legislature on one screen: every bill and its clocks, overdue answers first, and who carried how much. */
export function Overview() {
  const { working } = useWords()
  const { overview } = working
  const { data, trouble, reload } = useLoaded(readOverview, 'overview')
  return (
    <Screen title={overview.title}>
      <p class="measure">{overview.lead}</p>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data && data.lines.length === 0 && <p>{overview.none}</p>}
      {data && data.lines.length > 0 && <BillTable {...data} />}
      {data && <PointTable rolled={data.rolled} />}
    </Screen>
  )
}

async function readOverview() {
  const [bills, { consultations }] = await Promise.all([office.bills(), pointDesk.rollUp()])
  const { lines, today } = billLines(bills, nowInstant())
  const counts = await Promise.all(
    lines.map(async ({ consultation: { id, status } }) => {
      if (status === 'prepared') return [id, undefined] as const
      return [id, (await opinionWork.counts(id, {})).total] as const
    }),
  )
  return {
    lines,
    today,
    counts: new Map<string, OpinionCountShown | undefined>(counts),
    rolled: consultations,
  }
}

function BillTable(props: {
  lines: BillLine[]
  today: number
  counts: ReadonlyMap<string, OpinionCountShown | undefined>
}) {
  const words = useWords()
  const { overview } = words.working
  return (
    <table class="lines stack overview">
      <thead>
        <tr>
          <th scope="col">{overview.bill}</th>
          <th scope="col">{overview.state}</th>
          <th scope="col">{overview.linear}</th>
          <th scope="col">{overview.received}</th>
          <th scope="col">{overview.answeredShare}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => {
          const { consultation, state } = line
          const count = props.counts.get(consultation.id)
          return (
            <tr key={consultation.id}>
              <th scope="row">
                <Link to={{ screen: 'consultation', consultationId: consultation.id }}>{line.title}</Link>
              </th>
              <td data-th={overview.state}>
                {words.stateNames[state]}
                <br />
                {state !== 'prepared' && state !== 'withdrawn' && (
                  <ConsultationClock consultation={consultation} state={state} />
                )}
              </td>
              <td data-th={overview.linear}>
                <ClockLine line={line} today={props.today} />
              </td>
              <td data-th={overview.received}>
                {count ? overview.opinionsPeople(count.opinions, count.people) : overview.prepared}
              </td>
              <td data-th={overview.answeredShare}>
                {count && count.opinions > 0 && (
                  <Link
                    to={{ screen: 'opinions', consultationId: consultation.id, filter: { undecided: true } }}
                  >
                    <ProgressRing decided={count.decided} all={count.opinions} />
                  </Link>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The window as a bar, the promised answer as a post, today as a line; the days are in the cells beside. */
function ClockLine(props: { line: BillLine; today: number }) {
  const { opens, closes, due, state } = props.line
  const at = (share: number) => 4 + share * 192
  return (
    <svg class={`clock-bar ${state}`} viewBox="0 0 200 20" aria-hidden="true">
      <line class="ground" x1="0" x2="200" y1="10" y2="10" />
      <rect x={at(opens)} y="5" width={Math.max(3, at(closes) - at(opens))} height="10" rx="2" />
      <line class="wait" x1={at(closes)} x2={at(due)} y1="10" y2="10" />
      <circle cx={at(due)} cy="10" r="4" />
      <line class="today" x1={at(props.today)} x2={at(props.today)} y1="0" y2="20" />
    </svg>
  )
}

function PointTable(props: { rolled: RollUpAnswer['consultations'] }) {
  const { working, point } = useWords()
  const { overview } = working
  const points = new Map(
    props.rolled.flatMap((one) => one.points).map(({ contactPointId, name }) => [contactPointId, name]),
  )
  const rows = [...points]
    .map(([id, name]) => ({
      id,
      name,
      figures: sumPoints(props.rolled, id),
      tasks: props.rolled.filter((one) => one.points.some(({ contactPointId }) => contactPointId === id))
        .length,
    }))
    .sort((a, b) => b.figures.received - a.figures.received)
  const most = Math.max(1, ...rows.map(({ figures }) => figures.received))
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{overview.points}</h2>
      <p class="measure">{overview.pointsLead}</p>
      <table class="lines stack overview">
        <thead>
          <tr>
            <th scope="col">{overview.point}</th>
            <th scope="col">{overview.tasks}</th>
            <th scope="col">{overview.load}</th>
            <th scope="col">{overview.adopted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, figures, tasks }) => {
            const { adopted = 0, partlyAdopted = 0 } = figures.answered?.byOutcome ?? {}
            return (
              <tr key={id}>
                <th scope="row" lang="zh-CN">
                  {name}
                </th>
                <td data-th={overview.tasks}>{tasks}</td>
                <td data-th={overview.load}>
                  <svg class="load" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(figures.received / most) * 100} height="10" />
                  </svg>
                  {overview.opinionsPeople(figures.received, figures.people)}
                </td>
                <td data-th={overview.adopted}>
                  {figures.answered
                    ? point.adoptedOf(adopted + partlyAdopted, figures.answered.of)
                    : overview.notPublished}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
