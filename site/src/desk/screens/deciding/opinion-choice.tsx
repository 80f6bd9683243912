import type { OfficeCauses } from '#contract/lineage-api.ts'
import { CheckField } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'

/** Every opinion that points into the article counts, unless a person leaves it out. */
export function OpinionChoice(props: {
  decisions: OfficeCauses['decisions']
  /** How many there are besides. */
  unlisted: number
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
      {props.unlisted > 0 && <p class="soft">{words.lineage.unlisted(props.unlisted)}</p>}
    </fieldset>
  )
}
