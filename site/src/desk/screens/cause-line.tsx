import type { OfficeCauses } from '#contract/lineage-api.ts'
import type { Cause, CauseSubject } from '#core/causes.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Link } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { proposeCause } from '../rules/cause-proposal.ts'
import { CauseForm } from './cause-form.tsx'
import { CauseProposal } from './cause-proposal.tsx'
import type { ReviewGround } from './lineage-row.tsx'

/** Why an article changed (R6): what was said, who it came from, what could be said, and the form to say it. */
export function CauseLine(props: {
  name: string
  subject: CauseSubject
  cause: Cause | undefined
  decisions: OfficeCauses['decisions']
  ground: ReviewGround
  onClosed: () => void
}) {
  const { lineage: words } = useWords()
  const { cause, ground, name } = props
  const [open, setOpen] = useState(false)
  // What the public has read stands; what a released draft still lacks may be named.
  const mayName = ground.mayWrite && (cause === undefined || ground.held.to.publishedAt === undefined)
  const proposed = cause === undefined ? proposeCause(props.decisions) : undefined
  const close = () => {
    setOpen(false)
    props.onClosed()
  }
  return (
    <div class="cause">
      {mayName && proposed && !open ? (
        <CauseProposal {...props} proposed={proposed} onEdit={() => setOpen(true)} />
      ) : (
        <div class="decision-row">
          {cause ? (
            <p class="decision">
              <span class="stamp other">{words.causeKinds[cause.kind]}</span>
              <span>{cause.sentence}</span>
            </p>
          ) : (
            <p class="decision soft">{words.noCause}</p>
          )}
          {mayName && !open && (
            <Button kind="quiet" label={words.writeCauseOf(name)} onPress={() => setOpen(true)}>
              {cause ? words.changeCause : words.writeCause}
            </Button>
          )}
        </div>
      )}
      {!open && props.decisions.length > 0 && <DecisionLinks decisions={props.decisions} />}
      {open && <CauseForm {...props} proposed={proposed} onDone={close} />}
    </div>
  )
}

/** More links than this are folded away: a ban on dogs has hundreds. */
const shownLinks = 6

function DecisionLinks(props: { decisions: OfficeCauses['decisions'] }) {
  const words = useWords()
  const { length } = props.decisions
  const links = (
    <>
      {props.decisions.map(({ consultationId, opinionId, n, outcome }) => (
        <Link key={opinionId} to={{ screen: 'opinions', consultationId, filter: { opinion: opinionId } }}>
          {words.lineage.opinionLine(n + 1, words.outcomeNames[outcome])}
        </Link>
      ))}
    </>
  )
  if (length > shownLinks)
    return (
      <details class="more pointing">
        <summary>{words.lineage.pointingCount(length)}</summary>
        <p class="soft">{links}</p>
      </details>
    )
  return (
    <p class="soft pointing">
      {words.lineage.pointing}
      {words.colon}
      {links}
    </p>
  )
}
