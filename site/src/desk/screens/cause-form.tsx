import type { CauseStatement, OfficeCauses } from '#contract/lineage-api.ts'
import type { Cause, CauseKind, CauseSubject } from '#core/causes.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { Trouble } from '../api/trouble.ts'
import { AreaField } from '../../parts/area-field.tsx'
import { CheckField, SelectField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { TroubleBox } from '../parts/frame.tsx'
import { useKept } from '../parts/kept.ts'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { causeGap, maxSentenceChars } from '../rules/cause-check.ts'
import { causeOf, subjectKey } from '../rules/lineage-rows.ts'
import { CauseConflict } from './cause-conflict.tsx'
import type { ReviewGround } from './lineage-row.tsx'

interface CauseTyped {
  kind: CauseKind | ''
  sentence: string
  /** Opinions left out of those that point here. */
  without: string[]
}

/** Names the cause of one changed article: where it came from, one sentence, and for opinions which. */
export function CauseForm(props: {
  subject: CauseSubject
  cause: Cause | undefined
  /** What the form begins with while nobody has named a cause. */
  proposed: CauseStatement | undefined
  decisions: OfficeCauses['decisions']
  ground: ReviewGround
  onDone: () => void
}) {
  const words = useWords()
  const { lineage } = words
  const { subject, cause, decisions, ground } = props
  const { from, to } = ground.held
  const form = useKept<CauseTyped>(`cause ${from.id} ${to.id} ${subjectKey(subject)}`, () => ({
    kind: cause?.kind ?? (decisions.length > 0 ? 'opinions' : ''),
    sentence: cause?.sentence ?? props.proposed?.sentence ?? '',
    without: leftOut(cause, decisions),
  }))
  const [told, setTold] = useState('')
  const [theirs, setTheirs] = useState<Cause>()
  const doing = useDoing()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('select')?.focus(), [])
  const { kind, sentence, without } = form.value
  const named = kind === 'opinions' ? decisions.filter(({ opinionId }) => !without.includes(opinionId)) : []

  const save = (rev: number) => {
    const missing = causeGap(kind, sentence, named.length)
    setTold(missing ? lineage[missing] : '')
    if (missing || kind === '') return
    doing.run(async () => {
      const said = named.map(({ consultationId, opinionId }) => ({ consultationId, opinionId }))
      try {
        const statement = { kind, sentence: sentence.trim(), decisions: said }
        await office.nameCause(ground.held, subject, statement, rev)
        await ground.reloadCauses()
        form.forget()
        props.onDone()
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        setTheirs(causeOf((await ground.reloadCauses())?.causes ?? [], subject))
      }
    })
  }
  if (theirs !== undefined && kind !== '')
    return (
      <>
        <CauseConflict
          theirs={theirs}
          mine={{ kind, sentence }}
          busy={doing.busy}
          onTheirs={() => {
            form.forget()
            props.onDone()
          }}
          onMine={() => save(theirs.rev)}
        />
        <TroubleBox trouble={doing.trouble} />
      </>
    )
  return (
    <div class="form" role="group" aria-label={lineage.cause} ref={box}>
      <SelectField
        label={lineage.causeKind}
        value={kind}
        empty={lineage.chooseKind}
        choices={Object.entries(lineage.causeKinds).map(([value, name]) => ({ value, name }))}
        onValue={(value) => form.set({ kind: value as CauseKind | '' })}
      />
      {kind === 'opinions' && (
        <Opinions decisions={decisions} without={without} onWithout={(ids) => form.set({ without: ids })} />
      )}
      <AreaField
        label={lineage.sentence}
        hint={lineage.sentenceHint}
        reach="public"
        rows={2}
        max={maxSentenceChars}
        value={sentence}
        onValue={(value) => form.set({ sentence: value })}
      />
      {told && (
        <p class="error" role="alert">
          {told}
        </p>
      )}
      <TroubleBox trouble={doing.trouble} />
      <div class="buttons">
        <Button onPress={() => save(cause?.rev ?? 0)} busy={doing.busy} busyWords={words.saving}>
          {words.save}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            form.forget()
            props.onDone()
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Every opinion that points into the article counts, unless a person leaves it out. */
function Opinions(props: {
  decisions: OfficeCauses['decisions']
  without: readonly string[]
  onWithout: (ids: string[]) => void
}) {
  const words = useWords()
  const { decisions, without } = props
  if (decisions.length === 0) return <p class="next">{words.lineage.noPointing}</p>
  return (
    <fieldset class="pointing-list">
      <legend>{words.lineage.pointing}</legend>
      {decisions.map(({ opinionId, n, outcome, quote }) => (
        <CheckField
          key={opinionId}
          label={[
            words.lineage.opinionLine(n + 1, words.outcomeNames[outcome]),
            quote === undefined ? '' : words.lineage.quoted(quote),
          ].join(' ')}
          checked={!without.includes(opinionId)}
          onChecked={(checked) =>
            props.onWithout(checked ? without.filter((id) => id !== opinionId) : [...without, opinionId])
          }
        />
      ))}
    </fieldset>
  )
}

function leftOut(cause: Cause | undefined, decisions: OfficeCauses['decisions']): string[] {
  if (cause?.kind !== 'opinions') return []
  const named = new Set<string>(cause.decisions.map(({ opinionId }) => opinionId))
  return decisions.flatMap(({ opinionId }) => (named.has(opinionId) ? [] : opinionId))
}
