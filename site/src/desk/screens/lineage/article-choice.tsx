import { Button } from '../../../parts/button.tsx'
import { CheckField } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'
import { rowLabel, subjectKey } from '../../rules/lineage-rows.ts'
import type { ChangedRow } from './cause-form.tsx'

/** Chooses the articles one sentence is for. */
export function ArticleChoice(props: {
  rows: readonly ChangedRow[]
  chosen: readonly string[]
  onChosen: (keys: string[]) => void
}) {
  const { lineage } = useWords()
  const { rows, chosen } = props
  const keys = rows.map(({ subject }) => subjectKey(subject))
  const isAll = keys.every((key) => chosen.includes(key))
  return (
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
                props.onChosen(checked ? [...chosen, key] : chosen.filter((other) => other !== key))
              }
            />
          )
        })}
      </div>
      <Button kind="text" onPress={() => props.onChosen(isAll ? [] : keys)}>
        {isAll ? lineage.chooseNone : lineage.chooseAll(rows.length)}
      </Button>
    </fieldset>
  )
}
