import type { OfficeCauses } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/lineage/causes.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { Done } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { proposeCause } from '../../rules/cause-proposal.ts'
import { localMoment } from '../../rules/local-time.ts'
import { CarriedCauses } from './carried-causes.tsx'
import { CauseAgain } from './cause-again.tsx'
import { CauseOfArticle } from './cause-of-article.tsx'
import { CauseProposal } from './cause-proposal.tsx'
import { DecisionLinks } from '../deciding/decision-links.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** Why an article changed (R6): what was said and by whom, where it came from, and the form to say it. */
export function CauseLine(props: {
  name: string
  subject: CauseSubject
  cause: OfficeCauses['causes'][number] | undefined
  carried: OfficeCauses['carried']
  /** A correction of the lineage asks to look it over again. */
  again: boolean
  decisions: OfficeCauses['decisions']
  /** How many concern the article besides those listed. */
  unlisted: number
  ground: ReviewGround
  /** The form stands open at once where nothing is proposed. */
  isAsked?: boolean | undefined
  onClosed: () => void
}) {
  const { lineage: words } = useWords()
  const { cause, carried, again, ground, name } = props
  // What the public has read stands; what two released drafts still lack, or have to look over, may be said.
  const mayName =
    ground.mayWrite && carried.length === 0 && (cause === undefined || again || !ground.isPublic)
  const proposed = cause === undefined && carried.length === 0 ? proposeCause(props.decisions) : undefined
  const [open, setOpen] = useState(mayName && props.isAsked === true && !cause && !proposed)
  const [overtakenBy, setOvertakenBy] = useState<string>()
  const close = () => {
    setOpen(false)
    props.onClosed()
  }
  return (
    <div class="cause">
      {mayName && proposed && !open ? (
        <CauseProposal
          {...props}
          proposed={proposed}
          onEdit={() => setOpen(true)}
          onOvertaken={setOvertakenBy}
        />
      ) : carried.length > 0 && !cause ? (
        <CarriedCauses carried={carried} ground={ground} />
      ) : (
        <div class="decision-row" hidden={open && !cause}>
          {cause ? <Said cause={cause} /> : <p class="decision soft">{words.noCause}</p>}
          {mayName && !open && !again && (
            <Button kind="quiet" label={words.writeCauseOf(name)} onPress={() => setOpen(true)}>
              {cause ? words.changeCause : words.writeCause}
            </Button>
          )}
        </div>
      )}
      {again && cause && !open && (
        <CauseAgain {...props} cause={cause} mayName={mayName} onEdit={() => setOpen(true)} />
      )}
      {overtakenBy !== undefined && <Done>{words.overtaken(overtakenBy)}</Done>}
      {!open && props.decisions.length > 0 && (
        <DecisionLinks decisions={props.decisions} unlisted={props.unlisted} />
      )}
      {open && <CauseOfArticle {...props} proposed={proposed} onDone={close} />}
    </div>
  )
}

function Said({ cause }: { cause: OfficeCauses['causes'][number] }) {
  const { lineage: words } = useWords()
  const { offset } = useSession()
  return (
    <p class="decision">
      <span class="stamp other">{words.causeKinds[cause.kind]}</span>
      <span>{cause.sentence}</span>
      <span class="soft said-by">
        {words.saidBy(cause.statedByName, localMoment(cause.statedAt, offset))}
      </span>
    </p>
  )
}
