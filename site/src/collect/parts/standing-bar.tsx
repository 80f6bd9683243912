import { pagePaths } from '#contract/page-paths.ts'
import type { Standing } from '../engine/collector.ts'
import { standingKind } from '../rules/notices.ts'
import { useTimes } from './clock.tsx'
import { useCollecting } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from './frame.tsx'
import { useWords } from './language.tsx'

/** Always in sight: whether everything has arrived. Three states, three signs. Why not, and what to do, stands below and scrolls away. */
export function StandingBar() {
  const { collector } = useCollecting()
  const { standing: words } = useWords()
  const standing = collector.standing()
  const kind = standingKind(standing)
  return (
    <>
      <section class={`standing ${kind}`} aria-label={words.label}>
        <div class="wrap">
          <Link to={{ screen: 'records', state: kind === 'waiting' ? 'queued' : 'delivered' }} class="state">
            <span class="sign" aria-hidden="true" />
            <StateWords standing={standing} />
          </Link>
          {standing.setAside > 0 && (
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
  const { unsent, unsentOther, delivered, sending } = standing
  const kind = standingKind(standing)
  return (
    <span role="status">
      <b>
        {kind === 'waiting' && (unsent > 0 ? words.waiting(unsent) : words.waitingOther(unsentOther))}
        {kind === 'allDelivered' && (delivered > 0 ? words.allDelivered : words.nothingToSend)}
        {kind === 'unknown' && words.unknown}
      </b>{' '}
      <span class="more">
        {kind === 'allDelivered' && delivered > 0 && words.delivered(delivered)}
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
