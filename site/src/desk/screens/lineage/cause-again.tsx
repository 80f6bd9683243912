import type { OfficeCauses } from '#contract/lineage-api.ts'
import type { CauseSubject } from '#core/lineage/causes.ts'
import { office } from '../../api/office.ts'
import { Trouble } from '../../api/trouble.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** The match of an article was corrected after its cause was named: is it still why the article changed? */
export function CauseAgain(props: {
  name: string
  subject: CauseSubject
  cause: OfficeCauses['causes'][number]
  mayName: boolean
  ground: ReviewGround
  onEdit: () => void
  onClosed: () => void
}) {
  const { lineage: words, saving } = useWords()
  const { ground, cause, name } = props
  const doing = useDoing()
  const confirm = () =>
    doing.run(async () => {
      const { kind, sentence, decisions, rev } = cause
      try {
        await office.nameCause(ground.held, props.subject, { kind, sentence, decisions }, rev)
      } catch (thrown) {
        // A colleague was first: what stands now is shown, and asked about again if it has to be.
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
      }
      await ground.reloadCauses()
      props.onClosed()
    })
  return (
    <div class="next again">
      <p>
        <b>{words.again}</b> {words.againSay}
      </p>
      {props.mayName && (
        <div class="buttons">
          <Button onPress={confirm} busy={doing.busy} busyWords={saving} label={words.stillRightOf(name)}>
            {words.stillRight}
          </Button>
          <Button kind="quiet" label={words.writeCauseOf(name)} onPress={props.onEdit}>
            {words.changeCause}
          </Button>
        </div>
      )}
      <TroubleBox trouble={doing.trouble} />
    </div>
  )
}
