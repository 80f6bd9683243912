import type { LineageLink } from '#core/lineage.ts'
import { office } from '../api/office.ts'
import { Trouble } from '../api/trouble.ts'
import { Button } from '../../parts/button.tsx'
import { TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import type { ReviewGround } from './lineage-row.tsx'

/** Says that a match the system was not certain of is right; who said so and when is kept with it. */
export function ConfirmLink(props: {
  link: LineageLink
  name: string
  ground: ReviewGround
  onDone: () => void
}) {
  const { lineage: words, saving } = useWords()
  const { link, ground } = props
  const doing = useDoing()
  const confirm = () =>
    doing.run(async () => {
      try {
        ground.onLineage(await office.correctLineage(ground.held, [{ from: link.from, to: link.to }]))
        props.onDone()
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        // A colleague was first: what stands now is shown, and asked about again if it is still doubtful.
        ground.onLineage(await ground.reloadLineage())
      }
    })
  return (
    <>
      <Button
        kind="text"
        label={words.confirmOf(props.name)}
        onPress={confirm}
        busy={doing.busy}
        busyWords={saving}
      >
        {words.confirm}
      </Button>
      <TroubleBox trouble={doing.trouble} />
    </>
  )
}
