import { useEffect, useState } from 'preact/hooks'
import type { OfficeOpinion } from '#contract/office-api.ts'
import { office } from '../api/office.ts'
import { Button, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { OpinionTexts } from './opinion-card.tsx'

/** The opinions of one's own contact point, in the order they were taken in; never another's. */
export function OwnOpinions(props: { consultationId: string; round: number }) {
  const words = useWords()
  const [held, setHeld] = useState<{ opinions: OfficeOpinion[]; cursor: string | null }>()
  const doing = useDoing()
  const read = (cursor: string | null) =>
    doing.run(async () => {
      const page = await office.opinions(
        props.consultationId,
        {},
        { limit: 20, ...(cursor ? { cursor } : {}) },
      )
      setHeld((before) => ({
        opinions: cursor === null ? page.opinions : [...(before?.opinions ?? []), ...page.opinions],
        cursor: page.cursor,
      }))
    })
  useEffect(() => read(null), [props.consultationId, props.round])
  return (
    <>
      <TroubleBox trouble={doing.trouble} onRetry={() => read(null)} />
      {!held && !doing.trouble && <Waiting />}
      {held?.opinions.length === 0 && <p>{words.collecting.ownNone}</p>}
      <ol class="opinion-list">
        {held?.opinions.map((opinion) => (
          <li key={opinion.id}>
            <article class="opinion">
              <p class="kind">{opinion.provisionLabel || words.whole}</p>
              <OpinionTexts opinion={opinion} />
            </article>
          </li>
        ))}
      </ol>
      <div class="buttons after">
        {held?.cursor && (
          <Button kind="quiet" onPress={() => read(held.cursor)} busy={doing.busy} busyWords={words.loading}>
            {words.deciding.more}
          </Button>
        )}
        <Button kind="text" onPress={() => read(null)}>
          {words.collecting.refresh}
        </Button>
      </div>
    </>
  )
}
