import { wordsKeptDays } from '../engine/collector.ts'
import { useHeld } from '../parts/collecting.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Link, Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { RecordRows } from '../parts/record-rows.tsx'
import { recordStates, type RecordState } from '../rules/collect-route.ts'

/** Everything on this device of this person, by where it stands; what was delivered stays in sight. */
export function Records(props: { state: RecordState; consultationId: string | undefined }) {
  const { records: own } = useWords()
  const { state, consultationId } = props
  const all = useHeld(
    (held) => held.opinions(consultationId === undefined ? {} : { consultationId }),
    consultationId ?? '',
  )
  const listed = all
    ?.filter(({ delivery }) => delivery.state === state)
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  return (
    <Screen title={own.title}>
      <NoticeList only={['unsent-24h', 'sender-elsewhere']} />
      <nav class="tabs" aria-label={own.tabsLabel}>
        {recordStates.map((tab) => (
          <Link
            key={tab}
            to={{ screen: 'records', state: tab, ...(consultationId !== undefined && { consultationId }) }}
            current={tab === state}
          >
            {own.tabs[tab]} <b>{all?.filter(({ delivery }) => delivery.state === tab).length}</b>
          </Link>
        ))}
      </nav>
      {listed === undefined && <Waiting />}
      {state === 'delivered' && <p class="soft">{own.wordsKept(wordsKeptDays)}</p>}
      {listed?.length === 0 && <p class="soft">{own.empty[state]}</p>}
      {listed && <RecordRows key={state} records={listed} />}
    </Screen>
  )
}
