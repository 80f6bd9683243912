import type { LineageCorrection } from '#core/lineage.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { localMoment } from '../rules/local-time.ts'
import type { LineageClash } from './store-corrections.tsx'

/** Two people corrected the same articles: both matches side by side, whose each is, one choice. */
export function LineageConflict(props: {
  clash: LineageClash
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { deciding, lineage } = words
  const { theirs, newest, mine } = props.clash
  const { articles, names } = newest
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const say = ({ from, to }: LineageCorrection) => lineage.became(side('from', from), side('to', to))
  const side = (of: 'from' | 'to', ids: readonly string[]) =>
    ids
      .map((id) => articles[of].find((article) => article.id === id)?.label || lineage.outside)
      .join(words.listSeparator) || lineage.none
  const last = theirs
    .flatMap(({ correctedBy, correctedAt }) =>
      correctedBy && correctedAt ? [{ who: names[correctedBy] ?? '', at: correctedAt }] : [],
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const who = last?.who ?? ''
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{lineage.matchConflict(who)}</h3>
      <p>{lineage.conflictSay}</p>
      <div class="texts both">
        <div class="voice">
          <span class="text-name">{lineage.writtenBy(who)}</span>
          {theirs.map((link) => (
            <p key={say(link)}>{say(link)}</p>
          ))}
          {last && <p class="soft">{deciding.decidedAt(localMoment(last.at, offset))}</p>}
        </div>
        <div class="voice">
          <span class="text-name">{deciding.yours}</span>
          {mine.map((correction) => (
            <p key={say(correction)}>{say(correction)}</p>
          ))}
        </div>
      </div>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onTheirs}>
          {lineage.keepTheirs(who)}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {deciding.keepMine}
        </Button>
      </div>
    </div>
  )
}
