import type { RolledCount, RolledPoint, RollUpAnswer } from '#contract/roll-up-api.ts'
import { useState } from 'preact/hooks'
import { pointDesk } from '../../api/point.ts'
import { CountHead } from '../../parts/count-head.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { CountTable } from './point-figures.tsx'

type Rolled = RollUpAnswer['consultations'][number]

/** City → owner → contact point → station → collector, for the legislature: who collected how much. */
export function RollUp() {
  const { point } = useWords()
  const { data, trouble, reload } = useLoaded(() => pointDesk.rollUp(), 'roll-up')
  const [chosen, setChosen] = useState('')
  const busiest = data?.consultations.toSorted((a, b) => (b.total?.received ?? 0) - (a.total?.received ?? 0))
  const shown = busiest?.find(({ id }) => id === chosen) ?? busiest?.[0]
  return (
    <Screen title={point.rollUpTitle}>
      <p class="measure">{point.rollUpSay}</p>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data && shown && (
        <div class="measure figures-of">
          <SelectField
            label={point.bill}
            value={shown.id}
            choices={(busiest ?? []).map(({ id, billTitle }) => ({ value: id, name: billTitle }))}
            onValue={setChosen}
          />
        </div>
      )}
      {data?.consultations.length === 0 && <p>{point.noReports}</p>}
      {shown && <RolledTable key={shown.id} rolled={shown} />}
    </Screen>
  )
}

const owners = ['npc', 'government'] as const

function RolledTable(props: { rolled: Rolled }) {
  const words = useWords()
  const { point } = words
  const { rolled } = props
  const [open, setOpen] = useState<string>()
  // While nobody has an answer yet there is no column for it.
  const isAnswered = rolled.points.some(({ answered }) => answered !== undefined)
  return (
    <table class="lines rolled">
      <CountHead of={point.pointName}>{isAnswered && <th scope="col">{point.adopted}</th>}</CountHead>
      {owners.map((owner) => {
        const points = rolled.points.filter((one) => one.owner === owner)
        if (points.length === 0) return null
        return (
          <tbody key={owner}>
            <SumRow
              name={point.ownerSum(point.ownerNames[owner], points.length)}
              count={sumOf(points)}
              isAnswered={isAnswered}
            />
            {points.map((one) => (
              <PointRows
                key={one.contactPointId}
                rolled={one}
                isAnswered={isAnswered}
                open={open === one.contactPointId}
                onToggle={() => setOpen(open === one.contactPointId ? undefined : one.contactPointId)}
              />
            ))}
          </tbody>
        )
      })}
      <tbody>
        {rolled.direct && <SumRow name={point.directly} count={rolled.direct} isAnswered={isAnswered} />}
        {rolled.total && <SumRow name={point.total} count={rolled.total} isAnswered={isAnswered} />}
      </tbody>
    </table>
  )
}

function sumOf(points: readonly RolledPoint[]): RolledCount {
  const sum = (key: keyof RolledCount) => points.reduce((total, one) => total + one[key], 0)
  return { received: sum('received'), people: sum('people'), late: sum('late') }
}

function SumRow(props: { name: string; count: RolledCount; isAnswered: boolean }) {
  return (
    <tr class="sum-row">
      <th scope="row">{props.name}</th>
      <td class="num">{props.count.received}</td>
      <td class="num">{props.count.people}</td>
      {props.isAnswered && <td />}
    </tr>
  )
}

function PointRows(props: { rolled: RolledPoint; isAnswered: boolean; open: boolean; onToggle: () => void }) {
  const { point } = useWords()
  const { rolled, open } = props
  const taken = (rolled.answered?.byOutcome.adopted ?? 0) + (rolled.answered?.byOutcome.partlyAdopted ?? 0)
  return (
    <>
      <tr class={rolled.received === 0 ? 'off' : undefined}>
        <th scope="row">
          <button
            type="button"
            class="jump"
            aria-expanded={open}
            aria-label={point.openDetails(rolled.name)}
            onClick={props.onToggle}
          >
            {rolled.name}
          </button>
        </th>
        <td class="num">{rolled.received}</td>
        <td class="num">{rolled.people}</td>
        {props.isAnswered && <td>{rolled.answered ? point.adoptedOf(taken, rolled.answered.of) : ''}</td>}
      </tr>
      {open && (
        <tr>
          <td colSpan={props.isAnswered ? 4 : 3}>
            <div class="figures">
              <CountTable
                title={point.byStation}
                of={point.station}
                lines={rolled.stations.map(({ id, name, closed, ...count }) => ({
                  ...count,
                  key: id,
                  name: id === '' ? point.noStation : name || id,
                  aside: closed ? point.closedStation : '',
                }))}
              />
              <CountTable
                title={point.byCollector}
                of={point.collector}
                lines={rolled.collectors.map(({ name, ...count }) => ({
                  ...count,
                  key: name,
                  name: name || point.noCollector,
                  aside: '',
                }))}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  )
}
