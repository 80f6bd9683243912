import type { CauseStatement } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/causes.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { Trouble } from '../api/trouble.ts'
import { Button } from '../../parts/button.tsx'
import { Done, TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import type { ReviewGround } from './lineage-row.tsx'

/** The cause that adopted opinions already tell, to take as it is or to word anew. */
export function CauseProposal(props: {
  name: string
  subject: CauseSubject
  proposed: CauseStatement
  ground: ReviewGround
  onEdit: () => void
  onClosed: () => void
}) {
  const { lineage: words, saving } = useWords()
  const { ground, proposed, name } = props
  const [overtaken, setOvertaken] = useState(false)
  const doing = useDoing()
  const accept = () =>
    doing.run(async () => {
      try {
        await office.nameCause(ground.held, props.subject, proposed, 0)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        // A colleague was first: theirs appears in this place, nothing of ours was lost but a proposal.
        setOvertaken(true)
      }
      await ground.reloadCauses()
      props.onClosed()
    })
  return (
    <div class="proposal">
      <div class="proposal-words">
        <p class="soft">{words.proposed}</p>
        <p class="decision">
          <span class="stamp other">{words.causeKinds[proposed.kind]}</span>
          <span>{proposed.sentence}</span>
        </p>
      </div>
      <div class="buttons">
        <Button onPress={accept} busy={doing.busy} busyWords={saving} label={words.acceptOf(name)}>
          {words.accept}
        </Button>
        <Button kind="quiet" onPress={props.onEdit} label={words.rewordOf(name)}>
          {words.reword}
        </Button>
      </div>
      {overtaken && <Done>{words.causeConflict}</Done>}
      <TroubleBox trouble={doing.trouble} />
    </div>
  )
}
