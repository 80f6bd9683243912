import type { CauseStatement } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/lineage/causes.ts'
import { office } from '../../api/office.ts'
import { Trouble } from '../../api/trouble.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { causeOf } from '../../rules/lineage-rows.ts'
import type { ReviewGround } from './review-ground.tsx'

/** The cause that adopted opinions already tell, to take as it is or to word anew. */
export function CauseProposal(props: {
  name: string
  subject: CauseSubject
  proposed: CauseStatement
  ground: ReviewGround
  onEdit: () => void
  /** A colleague named the cause first; theirs stands, and only a proposal was lost. */
  onOvertaken: (who: string) => void
  onClosed: () => void
}) {
  const { lineage: words, saving } = useWords()
  const { ground, proposed, name } = props
  const doing = useDoing()
  const accept = () =>
    doing.run(async () => {
      try {
        await office.nameCause(ground.held, props.subject, proposed, 0)
        await ground.reloadCauses()
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        const held = await ground.reloadCauses()
        props.onOvertaken(causeOf(held?.causes ?? [], props.subject)?.statedByName ?? '')
      }
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
      <TroubleBox trouble={doing.trouble} />
    </div>
  )
}
