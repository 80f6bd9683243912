import type { RolledCount, RollUpAnswer } from '#contract/roll-up-api.ts'
import type { Channel } from '#core/opinion.ts'
import { useState } from 'preact/hooks'
import { Bars } from '../../parts/bars.tsx'
import { CountHead } from '../../parts/count-head.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { barsOf } from '../../rules/shares.ts'
import { type PointFigures, sumPoints } from '../../rules/sum-points.ts'

/** What one contact point collected, and what became of it; a rate never stands without what it is counted from. */
export function PointFiguresPart(props: {
  consultations: RollUpAnswer['consultations']
  contactPointId: string
}) {
  const { point } = useWords()
  const { me } = useSession()
  const [only, setOnly] = useState('')
  const shown = props.consultations.filter(
    ({ id, points }) => points.length > 0 && (only === '' || id === only),
  )
  const figures = sumPoints(shown, props.contactPointId)
  return (
    <>
      {props.consultations.length > 1 && (
        <div class="measure figures-of">
          <SelectField
            label={point.figuresOf}
            value={only}
            empty={point.allBills}
            choices={props.consultations.map(({ id, billTitle }) => ({ value: id, name: billTitle }))}
            onValue={setOnly}
          />
        </div>
      )}
      {figures.received === 0 && <p>{point.nothingYet}</p>}
      <FigureSums figures={figures} />
      <div class="figures">
        <CountTable
          title={point.byStation}
          of={point.station}
          lines={figures.stations.map((line) => ({
            ...line,
            name: line.key === '' ? point.noStation : line.name || line.key,
            aside: line.closed ? point.closedStation : '',
          }))}
        >
          {me.role === 'liaison' && <Link to={{ screen: 'stations' }}>{point.manageStations}</Link>}
        </CountTable>
        {figures.received > 0 && (
          <CountTable
            title={point.byCollector}
            of={point.collector}
            lines={figures.collectors.map((line) => ({
              ...line,
              name: line.key || point.noCollector,
              aside: '',
            }))}
          />
        )}
        {figures.received > 0 && <ChannelBars figures={figures} />}
        <OutcomeBars figures={figures} />
      </div>
    </>
  )
}

function FigureSums(props: { figures: PointFigures }) {
  const { point } = useWords()
  const { figures } = props
  const sums: [string, number, string?][] = [
    [point.received, figures.received],
    [point.people, figures.people],
    ...(figures.sessions
      ? [[point.sessions, figures.sessions.held, point.attended(figures.sessions.headcount)] as const]
      : []
    ).map(([name, count, more]): [string, number, string] => [name, count, more]),
    ...(figures.late > 0 ? ([[point.late, figures.late]] as [string, number][]) : []),
  ]
  return (
    <div class="sum">
      {sums.map(([name, count, more]) => (
        <div key={name}>
          {name}
          <b>{count}</b>
          {more && <span class="soft">{more}</span>}
        </div>
      ))}
    </div>
  )
}

/** Counts by name, with people beside; also used for one contact point of the roll-up. */
export function CountTable(props: {
  title: string
  of: string
  lines: (RolledCount & { key: string; name: string; aside: string })[]
  children?: preact.ComponentChildren
}) {
  return (
    <div>
      <table class="lines">
        <caption>{props.title}</caption>
        <CountHead of={props.of} />
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.key} class={line.received === 0 ? 'off' : undefined}>
              <th scope="row">
                {line.name}
                {line.aside && <span class="soft"> {line.aside}</span>}
              </th>
              <td class="num">{line.received}</td>
              <td class="num">{line.people}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.children}
    </div>
  )
}

function ChannelBars(props: { figures: PointFigures }) {
  const words = useWords()
  const counts = Object.fromEntries(props.figures.byChannel.map(({ key, received }) => [key, received]))
  const bars = barsOf(counts, (key) => words.channelNames[key as Channel])
  return <Bars title={words.point.byChannel} bars={bars} />
}

function OutcomeBars(props: { figures: PointFigures }) {
  const words = useWords()
  const { answered } = props.figures
  if (answered === undefined) return <p class="soft">{words.point.notAnswered}</p>
  const bars = barsOf(
    answered.byOutcome as Record<string, number>,
    (key) => words.outcomeNames[key as keyof typeof words.outcomeNames],
    Object.keys(words.outcomeNames),
  )
  return <Bars title={words.point.outcomes(answered.of)} bars={bars} />
}
