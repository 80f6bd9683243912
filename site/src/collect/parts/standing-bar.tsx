import { pagePaths } from '#contract/page-paths.ts'
import type { Standing } from '../engine/collector.ts'
import type { RecordState } from '../rules/collect-route.ts'
import { standingKind, type StandingKind } from '../rules/notices.ts'
import { useTimes } from './clock.tsx'
import { useCollecting } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from './frame.tsx'
import { useWords } from './language.tsx'

/** Where what the bar speaks of is listed. */
const listOf: Record<StandingKind, RecordState> = {
  waiting: 'queued',
  setAside: 'setAside',
  allDelivered: 'delivered',
  unknown: 'delivered',
}

/** Always in sight: whether everything has arrived. Each state has a sign of its own. Why not, and what to do, stands below and scrolls away. */
export function StandingBar() {
  const { collector } = useCollecting()
  const { standing: words } = useWords()
  const standing = collector.standing()
  const kind = standingKind(standing)
  return (
    <>
      <section class={`standing ${kind}`} aria-label={words.label}>
        <div class="wrap">
          {/* Around the link, not in it: what is said by itself gives a link no name. */}
          <div role="status">
            <Link to={{ screen: 'records', state: listOf[kind] }} class="state">
              <span class="sign" aria-hidden="true" />
              <StateWords standing={standing} />
            </Link>
          </div>
          {standing.setAside > 0 && kind !== 'setAside' && (
            <Link to={{ screen: 'records', state: 'setAside' }} class="aside-count">
              {words.setAside(standing.setAside)}
            </Link>
          )}
          {standing.unsent + standing.unsentOther > 0 && !standing.sending && !standing.senderElsewhere && (
            <Button kind="text" onPress={() => void collector.send()}>
              {words.sendNow}
            </Button>
          )}
        </div>
      </section>
      {standing.trouble && <TroubleLine standing={standing} trouble={standing.trouble} />}
    </>
  )
}

function StateWords({ standing }: { standing: Standing }) {
  const { standing: words } = useWords()
  const { unsent, unsentOther, setAside, delivered, sending } = standing
  const kind = standingKind(standing)
  return (
    <span>
      <b>
        {kind === 'waiting' && (unsent > 0 ? words.waiting(unsent) : words.waitingOther(unsentOther))}
        {kind === 'setAside' && words.awaitsYou(setAside)}
        {kind === 'allDelivered' && (delivered > 0 ? words.allDelivered : words.nothingToSend)}
        {kind === 'unknown' && words.unknown}
      </b>{' '}
      <span class="more">
        {kind === 'allDelivered' && delivered > 0 && words.delivered(delivered)}
        {kind === 'setAside' && delivered > 0 && words.deliveredSoFar(delivered)}
        {kind === 'unknown' && words.unknownHelp}
        {kind === 'waiting' && sending && words.sending(sending.done, sending.of)}
      </span>
    </span>
  )
}

function TroubleLine(props: { standing: Standing; trouble: NonNullable<Standing['trouble']> }) {
  const { standing: words } = useWords()
  const { hour } = useTimes()
  const { trouble, standing } = props
  const { retryAt } = standing
  return (
    <section class="trouble wrap" aria-label={words.whyLabel}>
      {words.troubles[trouble]}
      {retryAt && <span class="soft nowrap"> {words.retryAt(hour(retryAt))}</span>}
      {trouble === 'signed-out' && (
        <a class="alone" href={`${pagePaths.login}?return=/collect/`}>
          {words.signInAgain}
        </a>
      )}
    </section>
  )
}
