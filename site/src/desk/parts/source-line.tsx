import type { OfficeOpinion } from '#contract/office-api.ts'
import { Fragment } from 'preact'
import { chineseWords } from '../../parts/chinese-words.ts'
import { sourceParts } from '../rules/proponent-line.ts'
import { useWords } from './language.tsx'

/** Lines break at hyphens; a day is read as one. */
const hasDate = /\d{4}-\d\d-\d\d/u

/** Where an opinion came from, in one line; names stay Chinese in every language. */
export function SourceLine(props: {
  source: Pick<OfficeOpinion, 'channel' | 'contactPoint' | 'proponent' | 'collectedOn'>
}) {
  const words = useWords()
  return (
    <>
      {sourceParts(props.source, words).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && ' · '}
          <span lang={chineseWords(part)} class={hasDate.test(part) ? 'nowrap' : undefined}>
            {part}
          </span>
        </Fragment>
      ))}
    </>
  )
}
