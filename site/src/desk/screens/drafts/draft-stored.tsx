import { Done, Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'

export interface StoredDraft {
  id: string
  title: string
  articles: number
  /** The draft that was the newest before it. */
  before: string | undefined
}

/** A draft is stored: a first one leads to its consultation, a later one to where each article comes from. */
export function DraftStored(props: { billId: string; draft: StoredDraft }) {
  const { importing } = useWords()
  const { billId } = props
  const { id, title, articles, before } = props.draft
  return (
    <Done>
      {importing.done(title, articles)}{' '}
      {before === undefined ? (
        <Link to={{ screen: 'bill', billId }}>{importing.toBill}</Link>
      ) : (
        <Link to={{ screen: 'lineage', billId, from: before, to: id }}>{importing.toLineage}</Link>
      )}
    </Done>
  )
}
