import type { NamedCauses } from '#contract/lineage-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { proposals } from '../../rules/cause-proposal.ts'
import { causeOf, subjectKey, type ReviewRow } from '../../rules/lineage-rows.ts'
import { CausesTogether } from './causes-together.tsx'
import type { ChangedRow } from './cause-form.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** How many changes have their cause (R6), and the quick ways to the rest: proposals as they stand, one sentence for several. */
export function CausesStanding(props: {
  rows: readonly ReviewRow[]
  ground: ReviewGround
  /** What they are needed for is said already. */
  isBrief?: boolean
}) {
  const { lineage: words, saving } = useWords()
  const { rows, ground } = props
  const { held, causes, isPublic } = ground
  const [open, setOpen] = useState(false)
  const [named, setNamed] = useState<NamedCauses>()
  const doing = useDoing()
  if (causes === undefined) return null
  const changed = rows.filter((row): row is ChangedRow => row.subject !== undefined)
  const left = changed.filter(({ subject }) => causeOf(causes.missing, subject) !== undefined)
  const again = left.filter(({ subject }) => causeOf(causes.missing, subject)?.again)
  const done = changed.length - left.length
  const proposed = proposals(changed, causes)
  // What opinions already tell has its own sentence; one for several is for the rest.
  const told = new Set(proposed.map(subjectKey))
  const untold = left.filter((row) => !again.includes(row) && !told.has(subjectKey(row.subject)))
  const isOwed = !isPublic && !props.isBrief && held.from.publishedAt !== undefined
  const show = async (answer: NamedCauses) => {
    await ground.reloadCauses()
    setNamed(answer)
    setOpen(false)
  }
  const acceptAll = () => doing.run(async () => show(await office.nameCauses(held, proposed)))
  return (
    <div class="causes-standing">
      {isPublic && <p class="soft">{words.frozen}</p>}
      {(!isPublic || left.length > 0) && changed.length > 0 && (
        <div class={left.length > 0 ? 'next' : 'told'} role="status">
          <p>
            {left.length === 0
              ? isOwed
                ? words.complete
                : words.completeHere
              : isOwed
                ? words.missing(left.length, changed.length)
                : words.missingHere(left.length, changed.length)}
          </p>
          {again.length > 0 && <p>{words.againCount(again.length)}</p>}
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
        <CausesTogether rows={untold} ground={ground} onNamed={show} onCancel={() => setOpen(false)} />
      )}
    </div>
  )
}
