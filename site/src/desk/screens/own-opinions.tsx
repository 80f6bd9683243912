import { useEffect, useState } from 'preact/hooks'
import type { OfficeOpinion } from '#contract/office-api.ts'
import { office } from '../api/office.ts'
import { Button } from '../../parts/button.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Done, TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { OpinionTexts } from './opinion-card.tsx'
import { ReviseForm } from './revise-form.tsx'
import { RevisionHistory } from './revision-history.tsx'

/** The opinions of one's own contact point, in the order they were taken in, to be worked on; never another's. */
export function OwnOpinions(props: { consultationId: string; round: number; mayRevise?: boolean }) {
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
            <OwnOpinion
              consultationId={props.consultationId}
              opinion={opinion}
              mayRevise={props.mayRevise !== false}
            />
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

function OwnOpinion(props: { consultationId: string; opinion: OfficeOpinion; mayRevise: boolean }) {
  const words = useWords()
  const { opinion, consultationId } = props
  const number = opinion.n + 1
  const [open, setOpen] = useState<'edit' | 'history'>()
  const [stored, setStored] = useState(false)
  const hasHistory = stored || opinion.supersedes.length > 0
  return (
    <article class={open === 'edit' ? 'opinion open' : 'opinion'}>
      <p class="kind">{opinion.provisionLabel || words.whole}</p>
      <OpinionTexts opinion={opinion} />
      {stored && open !== 'edit' && <Done>{words.point.revised(number)}</Done>}
      {open === 'edit' ? (
        <ReviseForm
          consultationId={consultationId}
          opinion={opinion}
          onStored={() => {
            setStored(true)
            setOpen('history')
          }}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <div class="buttons">
          {props.mayRevise && !stored && (
            <Button kind="quiet" label={words.point.editOf(number)} onPress={() => setOpen('edit')}>
              {words.point.edit}
            </Button>
          )}
          {hasHistory && (
            <Button
              kind="text"
              label={words.point.historyOf(number)}
              onPress={() => setOpen(open === 'history' ? undefined : 'history')}
            >
              {open === 'history' ? words.point.hideHistory : words.point.history}
            </Button>
          )}
        </div>
      )}
      {open === 'history' && <RevisionHistory consultationId={consultationId} opinionId={opinion.id} />}
    </article>
  )
}
