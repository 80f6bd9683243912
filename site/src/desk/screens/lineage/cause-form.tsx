import type { CauseStatement, OfficeCauses } from '#contract/lineage-api.ts'
import type { CauseKind, CauseSubject } from '#core/lineage/causes.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { AreaField } from '../../../parts/area-field.tsx'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { causeGap, maxSentenceChars } from '../../rules/cause-check.ts'
import { subjectKey, type ReviewRow } from '../../rules/lineage-rows.ts'
import { ArticleChoice } from './article-choice.tsx'
import { OpinionChoice } from '../deciding/opinion-choice.tsx'

/** What is being written of why articles changed. */
interface CauseTyped {
  kind: CauseKind | ''
  sentence: string
  /** Opinions left out of those that point here. */
  without: string[]
  /** Articles chosen, by `subjectKey`, where the form is for several. */
  chosen: string[]
}

/** A changed row with what its cause is named for. */
export type ChangedRow = ReviewRow & { subject: CauseSubject }

/** Names the cause of one changed article, or of several chosen ones: where it came from, and one sentence. */
export function CauseForm(props: {
  name: string
  /** Under what it survives a reload. */
  kept: string
  begin: Partial<CauseTyped>
  kinds: readonly CauseKind[]
  /** Opinions that became words of the one article; only then they can be its cause. */
  decisions?: OfficeCauses['decisions']
  /** How many of them are not listed. */
  unlisted?: number
  /** Several articles to choose from; missing: the form is for one. */
  rows?: readonly ChangedRow[]
  /** Stores it; the form forgets itself unless this throws or answers `false`. */
  onSave: (statement: CauseStatement, chosen: readonly ChangedRow[]) => Promise<boolean | void>
  onLeave: () => void
}) {
  const words = useWords()
  const { lineage } = words
  const { decisions = [], rows } = props
  const nothing: CauseTyped = { kind: '', sentence: '', without: [], chosen: [] }
  const form = useKept<CauseTyped>(props.kept, () => ({ ...nothing, ...props.begin }))
  const [told, setTold] = useState('')
  const doing = useDoing()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const { kind, sentence, without, chosen } = form.value
  const named = kind === 'opinions' ? decisions.filter(({ opinionId }) => !without.includes(opinionId)) : []
  const wanted = (rows ?? []).filter(({ subject }) => chosen.includes(subjectKey(subject)))

  const save = () => {
    const nobody = rows !== undefined && wanted.length === 0
    const missing = nobody ? 'needArticles' : causeGap(kind, sentence, named.length)
    setTold(missing ? lineage[missing] : '')
    if (missing || kind === '') return
    const said = named.map(({ consultationId, opinionId }) => ({ consultationId, opinionId }))
    doing.run(async () => {
      const statement = { kind, sentence: sentence.trim(), decisions: said }
      if ((await props.onSave(statement, wanted)) !== false) form.forget()
    })
  }
  return (
    <div class={rows ? 'together form wide' : 'form'} role="group" aria-label={props.name} ref={box}>
      {rows && <ArticleChoice rows={rows} chosen={chosen} onChosen={(keys) => form.set({ chosen: keys })} />}
      <SelectField
        label={lineage.causeKind}
        value={kind}
        empty={lineage.chooseKind}
        choices={props.kinds.map((value) => ({ value, name: lineage.causeKinds[value] }))}
        onValue={(value) => form.set({ kind: value })}
      />
      {kind === 'opinions' && (
        <OpinionChoice
          decisions={decisions}
          unlisted={props.unlisted ?? 0}
          without={without}
          onWithout={(ids) => form.set({ without: ids })}
        />
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
      <DoOrLeave
        busy={doing.busy}
        onDo={save}
        onLeave={() => {
          form.forget()
          props.onLeave()
        }}
      >
        {rows ? lineage.nameTogether(wanted.length) : words.save}
      </DoOrLeave>
    </div>
  )
}
