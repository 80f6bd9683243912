import type { OwedCauses } from '#contract/lineage-api.ts'
import { Link } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'

/** The changed articles that still keep drafts from the public (R6), each list with the way to where they are explained. */
export function CausesOwed(props: {
  billId: string
  owed: readonly OwedCauses[]
  /** Why the reader is told here. */
  lead?: string
}) {
  const { lineage: words, listSeparator } = useWords()
  return (
    <>
      {props.owed.map(({ fromDraftId, toDraftId, changed, missing }) => (
        <div class="next owed" key={toDraftId}>
          {props.lead && <p>{props.lead}</p>}
          <p>{words.owed(missing.length, changed)}</p>
          <p class="owed-articles">
            {missing
              .map(({ side, label }) => words.owedArticle(label || words.outside, side === 'from'))
              .join(listSeparator)}
          </p>
          <p>
            <Link to={{ screen: 'lineage', billId: props.billId, from: fromDraftId, to: toDraftId }}>
              {words.goAndName}
            </Link>
          </p>
        </div>
      ))}
    </>
  )
}
