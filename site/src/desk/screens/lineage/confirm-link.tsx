import type { LineageLink } from '#core/lineage/lineage.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import type { ReviewGround } from './review-ground.tsx'
import { storeCorrections } from './store-corrections.tsx'

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
      // Where a colleague was first, theirs now stands in this row, with who and when; it is not replaced unseen.
      const clash = await storeCorrections(ground, ground.held, [{ from: link.from, to: link.to }])
      if (clash) ground.onLineage(clash.newest)
      props.onDone()
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
