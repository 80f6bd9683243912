import type { DraftMeta } from '#core/bill.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { office } from '../../api/office.ts'
import { useWords } from '../../parts/language.tsx'
import { ReleaseGate } from './release-gate.tsx'

/** Lets the public see a draft: asked once more, and first whatever it still owes. */
export function ReleaseDraft(props: { draft: DraftMeta; onReleased: () => void }) {
  const { bills } = useWords()
  const { draft } = props
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {bills.release}
      </Button>
    )
  return (
    <ReleaseGate
      draft={draft}
      say={bills.releaseSay}
      doWords={bills.releaseNow}
      onDo={async () => {
        await office.releaseDraft(draft.id, draft.rev)
        setAsking(false)
        props.onReleased()
      }}
      onLeave={() => setAsking(false)}
    />
  )
}
