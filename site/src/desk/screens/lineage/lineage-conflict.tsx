import type { LineageCorrection } from '#core/lineage/lineage.ts'
import { ConflictBox, ConflictSide } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
import type { LineageClash } from './store-corrections.tsx'

/** Two people corrected the same articles: both matches side by side, whose each is, one choice. */
export function LineageConflict(props: {
  clash: LineageClash
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { deciding, lineage } = words
  const { theirs, newest, mine } = props.clash
  const { articles, names } = newest
  const labels = (of: 'from' | 'to', ids: readonly string[]) =>
    ids
      .map((id) => articles[of].find((article) => article.id === id)?.label || lineage.outside)
      .join(words.listSeparator) || lineage.none
  const say = ({ from, to }: LineageCorrection) => lineage.became(labels('from', from), labels('to', to))
  const last = theirs
    .flatMap(({ correctedBy, correctedAt }) =>
      correctedBy && correctedAt ? [{ who: names[correctedBy] ?? '', at: correctedAt }] : [],
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const who = last?.who ?? ''
  return (
    <ConflictBox
      title={lineage.matchConflict(who)}
      theirs={{ name: lineage.keepTheirs(who), onChoose: props.onTheirs }}
      mine={{ name: deciding.keepMine, onChoose: props.onMine, busy: props.busy }}
    >
      <p>{lineage.conflictSay}</p>
      <div class="texts both">
        <ConflictSide name={lineage.writtenBy(who)} at={last?.at}>
          {theirs.map((link) => (
            <p key={say(link)}>{say(link)}</p>
          ))}
        </ConflictSide>
        <ConflictSide name={deciding.yours}>
          {mine.map((correction) => (
            <p key={say(correction)}>{say(correction)}</p>
          ))}
        </ConflictSide>
      </div>
    </ConflictBox>
  )
}
