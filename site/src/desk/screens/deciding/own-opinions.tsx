import { useEffect, useState } from 'preact/hooks'
import type { AlikeOpinions } from '#contract/alike-api.ts'
import type { OfficeOpinion } from '#contract/office-api.ts'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { pointDesk } from '../../api/point.ts'
import { useWords } from '../../parts/language.tsx'
import { OpinionTexts } from './opinion-card.tsx'
import { ReviseForm } from './revise-form.tsx'
import { SettleVersions } from './settle-versions.tsx'
import { RevisionHistory } from './revision-history.tsx'

/** The opinions of one's own contact point, in the order they were taken in, to be worked on; never another's. */
export function OwnOpinions(props: { consultationId: string; round: number; mayRevise?: boolean }) {
  const words = useWords()
  const [turn, setTurn] = useState(0)
  const [held, setHeld] = useState<{ opinions: OfficeOpinion[]; cursor: string | null }>()
  const alike = useLoaded(() => pointDesk.alike(props.consultationId), `alike ${props.round} ${turn}`)
  const doing = useDoing()
  const read = (cursor: string | null, at?: string) =>
    doing.run(async () => {
      const page = await office.opinions(
        props.consultationId,
        {},
        { limit: 20, ...(cursor ? { cursor } : {}), ...(at ? { at } : {}) },
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
      <Unsettled unsettled={alike.data?.unsettled ?? []} onShow={(id) => read(null, id)} />
      {held?.opinions.length === 0 && <p>{words.collecting.ownNone}</p>}
      <ol class="opinion-list">
        {held?.opinions.map((opinion) => (
          <li key={opinion.id}>
            <OwnOpinion
              consultationId={props.consultationId}
              opinion={opinion}
              alike={alikeOf(alike.data, opinion.id)}
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
        <Button
          kind="text"
          onPress={() => {
            setTurn((n) => n + 1)
            read(null)
          }}
        >
          {words.collecting.refresh}
        </Button>
      </div>
    </>
  )
}

function OwnOpinion(props: {
  consultationId: string
  opinion: OfficeOpinion
  alike: readonly number[]
  mayRevise: boolean
}) {
  const words = useWords()
  const { opinion, consultationId } = props
  const number = opinion.n + 1
  const [open, setOpen] = useState<'edit' | 'settle' | 'history'>()
  const [stored, setStored] = useState(false)
  const written = () => {
    setStored(true)
    setOpen('history')
  }
  const isWriting = open === 'edit' || open === 'settle'
  const hasHistory = stored || opinion.supersedes.length > 0
  return (
    <article class={isWriting ? 'opinion open' : 'opinion'}>
      <p class="kind">{opinion.provisionLabel || words.whole}</p>
      <OpinionTexts opinion={opinion} />
      <Alike alike={props.alike} />
      {stored && !isWriting && <Done>{words.point.revised(number)}</Done>}
      {open === 'settle' && (
        <SettleVersions
          consultationId={consultationId}
          opinion={opinion}
          onStored={written}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === 'edit' && (
        <ReviseForm
          consultationId={consultationId}
          opinion={opinion}
          onStored={written}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {!isWriting && (
        <div class="buttons">
          {props.mayRevise && !stored && opinion.unsettled && (
            <Button kind="quiet" label={words.point.settleOf(number)} onPress={() => setOpen('settle')}>
              {words.point.settle}
            </Button>
          )}
          {props.mayRevise && !stored && !opinion.unsettled && (
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

/** Numbers of the others of the same kind; a hint that is not there yet is none. */
function alikeOf(alike: AlikeOpinions | undefined, id: string): number[] {
  const group = alike?.groups.find((members) => members.some((member) => member.id === id)) ?? []
  return group.filter((member) => member.id !== id).map(({ n }) => n + 1)
}

const mostNumbers = 8

function Alike(props: { alike: readonly number[] }) {
  const words = useWords()
  if (props.alike.length === 0) return null
  const named = props.alike.slice(0, mostNumbers).map((n) => words.point.numberOf(n))
  const more = props.alike.length > mostNumbers ? '……' : ''
  return (
    <p class="soft" title={words.point.alikeSay}>
      {words.point.alikeOwn(named.join(words.listSeparator) + more)}
    </p>
  )
}

/** Which opinions wait for somebody to put two versions together; pressing one brings it to the top of the list. */
function Unsettled(props: { unsettled: AlikeOpinions['unsettled']; onShow: (id: string) => void }) {
  const { point } = useWords()
  if (props.unsettled.length === 0) return null
  return (
    <div class="next measure">
      <p>{point.unsettledSay(props.unsettled.length)}</p>
      <div class="buttons">
        {props.unsettled.slice(0, mostNumbers).map(({ id, n }) => (
          <Button key={id} kind="quiet" onPress={() => props.onShow(id)}>
            {point.unsettledShow(n + 1)}
          </Button>
        ))}
      </div>
    </div>
  )
}
