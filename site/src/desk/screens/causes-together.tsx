import type { NamedCauses } from '#contract/lineage-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { AreaField } from '../../parts/area-field.tsx'
import { CheckField, SelectField } from '../parts/fields.tsx'
import { Button } from '../../parts/button.tsx'
import { TroubleBox } from '../parts/frame.tsx'
import { useKept } from '../parts/kept.ts'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { causeGap, maxSentenceChars } from '../rules/cause-check.ts'
import { rowLabel, subjectKey, type ReviewRow } from '../rules/lineage-rows.ts'
import type { ReviewGround } from './lineage-row.tsx'

/** Opinions belong to their own article, so one sentence for several never claims them. */
const sharedKinds = ['deliberation', 'department', 'technical'] as const
type SharedKind = (typeof sharedKinds)[number]

/** One sentence for several changes of a kind: choose the articles, say it once. */
export function CausesTogether(props: {
  rows: readonly ReviewRow[]
  ground: ReviewGround
  onNamed: (answer: NamedCauses) => void
  onCancel: () => void
}) {
  const words = useWords()
  const { lineage } = words
  const { held } = props.ground
  const form = useKept(`causes ${held.from.id} ${held.to.id}`, () => ({
    chosen: [] as string[],
    kind: '' as SharedKind | '',
    sentence: '',
  }))
  const [told, setTold] = useState('')
  const doing = useDoing()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const { chosen, kind, sentence } = form.value
  const rows = props.rows.flatMap((row) => (row.subject ? [{ ...row, subject: row.subject }] : []))
  const wanted = rows.filter(({ subject }) => chosen.includes(subjectKey(subject)))
  const save = () => {
    const missing = wanted.length === 0 ? 'needArticles' : causeGap(kind, sentence, 0)
    setTold(missing ? lineage[missing] : '')
    if (missing || kind === '') return
    doing.run(async () => {
      const causes = wanted.map(({ subject }) => ({
        ...subject,
        kind,
        sentence: sentence.trim(),
        decisions: [],
      }))
      const answer = await office.nameCauses(held, causes)
      form.forget()
      props.onNamed(answer)
    })
  }
  return (
    <div class="together form wide" role="group" aria-label={lineage.together} ref={box}>
      <fieldset>
        <legend>{lineage.togetherWhich}</legend>
        <div class="together-articles">
          {rows.map((review) => {
            const key = subjectKey(review.subject)
            const name = rowLabel(review, lineage.outside)
            return (
              <CheckField
                key={key}
                label={lineage.rowName(name, lineage.kinds[review.link?.kind ?? 'edited'])}
                checked={chosen.includes(key)}
                onChecked={(checked) =>
                  form.set({ chosen: checked ? [...chosen, key] : chosen.filter((other) => other !== key) })
                }
              />
            )
          })}
        </div>
        <Button
          kind="text"
          onPress={() =>
            form.set({
              chosen: wanted.length === rows.length ? [] : rows.map(({ subject }) => subjectKey(subject)),
            })
          }
        >
          {wanted.length === rows.length ? lineage.chooseNone : lineage.chooseAll(rows.length)}
        </Button>
      </fieldset>
      <SelectField
        label={lineage.causeKind}
        value={kind}
        empty={lineage.chooseKind}
        choices={sharedKinds.map((value) => ({ value, name: lineage.causeKinds[value] }))}
        onValue={(value) => form.set({ kind: value as SharedKind | '' })}
      />
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
        <Button onPress={save} busy={doing.busy} busyWords={words.saving}>
          {lineage.nameTogether(wanted.length)}
        </Button>
        <Button kind="quiet" onPress={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
