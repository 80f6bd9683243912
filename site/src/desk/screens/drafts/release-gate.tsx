import type { DraftMeta } from '#core/bill.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { office } from '../../api/office.ts'
import { Trouble } from '../../api/trouble.ts'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { CausesOwed } from '../lineage/causes-owed.tsx'

/**
 * The last step before a draft is public: what it still owes is written here, article by article (R6), and then it goes
 * on from here.
 */
export function ReleaseGate(props: {
  draft: DraftMeta
  /** What cannot be taken back. */
  say: string | undefined
  doWords: string
  onDo: () => Promise<void>
  onLeave: () => void
}) {
  const words = useWords()
  const { draft } = props
  const asked = useLoaded(() => office.owedBy(draft.id), `owed ${draft.id}`)
  const doing = useDoing()
  const owed = asked.data?.owed
  const hadToWrite = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (owed === undefined) return
    // Whoever has just written the last one stays where they are, and not at the top of the page.
    if (owed.length === 0 && hadToWrite.current) box.current?.focus()
    hadToWrite.current = owed.length > 0
  }, [owed?.length])
  const go = () =>
    doing.run(async () => {
      try {
        await props.onDo()
      } catch (thrown) {
        // A colleague corrected a match meanwhile: the list is asked for anew and says what is left.
        if (!(thrown instanceof Trouble) || thrown.problem?.code !== 'causes-missing') throw thrown
        asked.reload()
      }
    })
  return (
    <div class="ask" tabIndex={-1} ref={box}>
      <TroubleBox trouble={asked.trouble} onRetry={asked.reload} />
      {owed === undefined && !asked.trouble && <Waiting />}
      {owed && owed.length > 0 && (
        <>
          <CausesOwed
            billId={draft.billId}
            owed={owed}
            lead={words.lineage.writeThenRelease}
            onComplete={asked.reload}
          />
          <div class="buttons">
            <Button kind="quiet" onPress={props.onLeave}>
              {words.lineage.later}
            </Button>
          </div>
        </>
      )}
      {owed?.length === 0 && (
        <>
          {hadToWrite.current && <Done>{words.lineage.complete}</Done>}
          {props.say && <p>{props.say}</p>}
          <TroubleBox trouble={doing.trouble} />
          <DoOrLeave busy={doing.busy} onDo={go} onLeave={props.onLeave}>
            {props.doWords}
          </DoOrLeave>
        </>
      )}
    </div>
  )
}
