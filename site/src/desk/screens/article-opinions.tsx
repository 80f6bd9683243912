import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import type { Provision } from '#core/provision.ts'
import { useWords } from '../parts/language.tsx'
import { ArticleWords } from '../parts/provision-tree.tsx'
import { OpinionCard } from './opinion-card.tsx'

/** One article: the draft's words on the left and staying in view, what people said of it on the right. */
export function ArticleOpinions(props: {
  held: OfficeConsultation
  provision: Provision | undefined
  /** Said in place of the article's number. */
  name?: string | undefined
  opinions: readonly OfficeOpinion[]
  wanted: string | undefined
  onChanged: (opinion: OfficeOpinion) => void
}) {
  const words = useWords()
  const { provision, opinions } = props
  const label = provision?.label ?? opinions[0]?.provisionLabel ?? ''
  const name = props.name ?? (label === '' ? words.whole : label)
  const open = opinions.filter(({ decision }) => decision?.outcome === undefined).length
  return (
    <section class="article-opinions" aria-label={name}>
      <div class="beside">
        <h2>{name}</h2>
        <p class="soft">
          {words.items(opinions.length)}
          {open > 0 ? ` · ${words.deciding.undecidedN(open)}` : ''}
        </p>
        {provision && <ArticleWords provision={provision} />}
      </div>
      <ol class="opinion-list">
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <OpinionCard
              held={props.held}
              opinion={opinion}
              wanted={opinion.id === props.wanted}
              onChanged={props.onChanged}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
