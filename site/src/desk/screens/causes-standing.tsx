import type { NamedCauses } from '#contract/lineage-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { Button } from '../../parts/button.tsx'
import { Done, TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { proposals } from '../rules/cause-proposal.ts'
import { causeOf, subjectKey, type ReviewRow } from '../rules/lineage-rows.ts'
import { CausesTogether } from './causes-together.tsx'
import type { ReviewGround } from './lineage-row.tsx'

/** How many changes have their cause (R6), and the quick ways to the rest: proposals as they stand, one sentence for several. */
export function CausesStanding(props: { rows: readonly ReviewRow[]; ground: ReviewGround }) {
  const { lineage: words, saving } = useWords()
  const { rows, ground } = props
  const { held, causes } = ground
  const [open, setOpen] = useState(false)
  const [named, setNamed] = useState<NamedCauses>()
  const doing = useDoing()
  if (causes === undefined) return null
  const changed = rows.filter(({ subject }) => subject !== undefined)
  const left = changed.filter(({ subject }) => causeOf(causes.causes, subject) === undefined)
  const done = changed.length - left.length
  const proposed = proposals(changed, causes)
  // What opinions already tell has its own sentence; one for several is for the rest.
  const told = new Set(proposed.map(subjectKey))
  const untold = left.filter(({ subject }) => subject !== undefined && !told.has(subjectKey(subject)))
  const isFrozen = held.to.publishedAt !== undefined
  const isOwed = held.from.publishedAt !== undefined
  const show = async (answer: NamedCauses) => {
    await ground.reloadCauses()
    setNamed(answer)
    setOpen(false)
  }
  const acceptAll = () => doing.run(async () => show(await office.nameCauses(held, proposed)))
  return (
    <div class="causes-standing">
      {isFrozen && <p class="soft">{words.frozen}</p>}
      {(!isFrozen || left.length > 0) && changed.length > 0 && (
        <div class={left.length > 0 ? 'next' : 'told'} role="status">
          <p>
            {left.length === 0
              ? isOwed
                ? words.complete
                : words.completeHere
              : isOwed && !isFrozen
                ? words.missing(left.length, changed.length)
                : words.missingHere(left.length, changed.length)}
          </p>
          <progress value={done} max={changed.length} aria-label={words.progress(done, changed.length)} />
        </div>
      )}
      {named && <Done>{words.named(named.named.length, named.already.length)}</Done>}
      <TroubleBox trouble={doing.trouble} />
      {ground.mayWrite && left.length > 0 && !open && (
        <div class="buttons">
          {proposed.length > 0 && (
            <Button onPress={acceptAll} busy={doing.busy} busyWords={saving}>
              {words.acceptAll(proposed.length)}
            </Button>
          )}
          {untold.length > 1 && (
            <Button kind="quiet" onPress={() => setOpen(true)}>
              {words.together}
            </Button>
          )}
        </div>
      )}
      {open && (
        <CausesTogether
          rows={untold}
          ground={ground}
          onNamed={(answer) => void show(answer)}
          onCancel={() => setOpen(false)}
        />
      )}
    </div>
  )
}
