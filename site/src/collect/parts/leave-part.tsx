import { useState } from 'preact/hooks'
import { pagePaths } from '#contract/page-paths.ts'
import { printRoute } from '../rules/collect-route.ts'
import { useCollecting, useDoing, useHeld } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'

/** Locking keeps everything; signing out with unsent work asks first, and never destroys it (OFFLINE row 16). */
export function LeavePart() {
  const { leave: own } = useWords().access
  const { collector, leave } = useCollecting()
  const [asking, setAsking] = useState(false)
  const doing = useDoing()
  const writing = useHeld((held) => held.opinions({ delivery: 'writing' }), 'writing')?.length ?? 0
  const { unsent, unsentOther } = collector.standing()
  const waiting = unsent + unsentOther
  // Whoever opens the device next starts at the tasks, not at somebody's record.
  const leaveFromHome = async () => {
    location.hash = printRoute({ screen: 'home' })
    await leave()
  }
  const signOut = () =>
    doing.run(async () => {
      await leaveFromHome()
      // Without a network the portal's own sign-in simply runs out; the device is locked either way.
      await fetch(pagePaths.logout, { method: 'POST', redirect: 'manual' }).catch(() => undefined)
    })
  if (asking)
    return (
      <div class="ask" role="alert">
        <h3>{own.askTitle(waiting)}</h3>
        <p>
          {own.ask} {writing > 0 && own.askWriting(writing)}
        </p>
        <div class="buttons">
          <Button onPress={() => void collector.send()}>{own.sendFirst}</Button>
          <Button kind="quiet" onPress={signOut} busy={doing.busy}>
            {own.anyway}
          </Button>
          <Button kind="text" onPress={() => setAsking(false)}>
            {own.stay}
          </Button>
        </div>
      </div>
    )
  return (
    <div class="buttons">
      <Button kind="quiet" onPress={() => doing.run(leaveFromHome)}>
        {own.lock}
      </Button>
      <Button kind="text" onPress={() => (waiting + writing > 0 ? setAsking(true) : signOut())}>
        {own.signOut}
      </Button>
    </div>
  )
}
