import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import type { AssignmentList, JointAnswerShown, OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import type { Provision } from '#core/draft/provision.ts'
import { useState } from 'preact/hooks'
import { chineseWords } from '../../../parts/chinese-words.ts'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { ProgressRing } from '../../parts/progress-ring.tsx'
import { ArticleWords } from '../../parts/provision-tree.tsx'
import { useSession } from '../../parts/session.tsx'
import { ArticleAnswer } from './article-answer.tsx'
import { ArticleAssignment } from './article-assignment.tsx'
import { OpinionCard } from './opinion-card.tsx'

/**
 * One article: the draft's words on the left and staying in view, the words an opinion points at marked, its progress
 * and who answers it; what people said of it on the right.
 */
export function ArticleOpinions(props: {
  held: OfficeConsultation
  article: string
  provision: Provision | undefined
  /** All of the draft, for what was found here and there. */
  provisions: ReadonlyMap<string, Provision>
  /** Said in place of the article's number. */
  name?: string | undefined
  opinions: readonly OfficeOpinion[]
  wanted: string | undefined
  count: OfficeOpinionCounts['byArticle'][number] | undefined
  known: number
  newest: boolean
  assigned: AssignmentList | undefined
  onAssigned: () => void
  answers: readonly JointAnswerShown[]
  onAnswered: () => void
  onChanged: (opinion: OfficeOpinion) => void
}) {
  const words = useWords()
  const { me } = useSession()
  const { opinions, article, count } = props
  const [current, setCurrent] = useState<OfficeOpinion>()
  const isSearch = article === ''
  const shown = isSearch ? props.provisions.get((current ?? opinions[0])?.listedUnder ?? '') : props.provision
  const label = shown?.label ?? opinions[0]?.provisionLabel ?? ''
  const name = props.name ?? (article === 'whole' || label === '' ? words.whole : label)
  return (
    <section class="article-opinions" aria-label={name}>
      <div class="beside">
        <div class="article-head">
          <h2 lang={chineseWords(name)}>{name}</h2>
          {count && <ProgressRing decided={count.decided} all={count.opinions} />}
        </div>
        {!isSearch && !props.newest && (
          <Link
            class="same-kind"
            to={{ screen: 'groups', consultationId: props.held.consultation.id, filter: { article } }}
          >
            {words.grouping.ofArticle}
          </Link>
        )}
        {isSearch && shown && (
          <p class="kind" lang={chineseWords(shown.label)}>
            {shown.label}
          </p>
        )}
        {props.assigned && !isSearch && article !== 'gone' && (
          <ArticleAssignment
            consultationId={props.held.consultation.id}
            article={article}
            name={name}
            assigned={props.assigned}
            onAssigned={props.onAssigned}
          />
        )}
        {shown && <ArticleWords provision={shown} quote={current?.quote} />}
        {current?.quote && <p class="soft small">{words.working.quoteShown}</p>}
        {me.role === 'legislator' && !isSearch && (
          <ArticleAnswer
            held={props.held}
            article={article}
            name={name}
            newest={props.newest}
            known={props.known}
            undecided={count ? count.opinions - count.decided : 0}
            answers={props.answers}
            onAnswered={props.onAnswered}
          />
        )}
      </div>
      <ol class="opinion-list">
        {opinions.map((opinion) => (
          <li
            key={opinion.id}
            data-opinion={opinion.id}
            onFocusCapture={() => setCurrent(opinion)}
            onMouseEnter={() => setCurrent(opinion)}
          >
            <OpinionCard
              held={props.held}
              opinion={opinion}
              wanted={opinion.id === props.wanted}
              under={isSearch ? opinion.provisionLabel || words.whole : undefined}
              onChanged={props.onChanged}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
