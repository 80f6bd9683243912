import { clockError, noticesOf, type Notice } from '../rules/notices.ts'
import { useTimes } from './clock.tsx'
import { useCollecting } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from './frame.tsx'
import { useWords } from './language.tsx'

/** What to know about this device, gravest first; shown where nobody is in the middle of a sentence. */
export function NoticeList(props: { only?: readonly Notice[] }) {
  const { collector, now } = useCollecting()
  const words = useWords()
  const all = noticesOf(collector.standing(), now())
  const shown = props.only ? all.filter((notice) => props.only?.includes(notice)) : all
  if (shown.length === 0) return null
  return (
    <div class="notices">
      <ul>
        {shown.map((notice) => (
          <li key={notice} class={notice === 'wiped' ? 'grave' : undefined}>
            <p>
              {words.standing.notices[notice]} <NoticeFacts notice={notice} />
            </p>
            <NoticeDeed notice={notice} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NoticeFacts({ notice }: { notice: Notice }) {
  const { collector } = useCollecting()
  const { standing: words } = useWords()
  const { moment } = useTimes()
  const { oldestUnsentAt, clockOffsetMs } = collector.standing()
  if (notice === 'unsent-24h' && oldestUnsentAt) return <>{words.oldest(moment(oldestUnsentAt))}</>
  if (notice !== 'clock-wrong' || clockOffsetMs === undefined) return null
  const { unit, n } = clockError(clockOffsetMs)
  return <>{words.clockBy(words[unit](n))}</>
}

function NoticeDeed({ notice }: { notice: Notice }) {
  const { collector } = useCollecting()
  const { standing: words, reload } = useWords()
  // Wiped under an open page: what hangs on the old database opens nothing any more.
  if (notice === 'wiped' && collector.access().state === 'locked')
    return (
      <Button kind="quiet" onPress={() => location.reload()}>
        {reload}
      </Button>
    )
  if (notice === 'wiped')
    return (
      <Button kind="quiet" onPress={() => collector.acknowledgeWiped()}>
        {words.understood}
      </Button>
    )
  if (notice === 'update-waiting')
    return (
      <Button kind="quiet" onPress={() => void collector.applyUpdate()}>
        {words.applyUpdate}
      </Button>
    )
  if (notice === 'unsent-24h')
    return (
      <Link to={{ screen: 'device' }} class="button quiet">
        {words.backupNow}
      </Link>
    )
  return null
}
