import type { ReportDesk, ReportInput } from '#contract/report-api.ts'
import type { ReportArticle } from '#core/report/report.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { sourceLine } from '../../rules/proponent-line.ts'
import { leaveOut, moveOpinion, putIn } from '../../rules/report-draft.ts'

type ReportOpinion = ReportDesk['opinions'][number]

/** The body of a report being written: article by article, and below what is left out. */
export function ReportArticles(props: {
  desk: ReportDesk
  draft: ReportInput
  onDraft: (draft: ReportInput) => void
}) {
  const { point } = useWords()
  const { desk, draft, onDraft } = props
  const byId = new Map(desk.opinions.map((opinion) => [opinion.id, opinion]))
  const chosen = new Set(draft.articles.flatMap(({ opinions }) => opinions))
  const left = desk.opinions.filter(
    ({ id, revisedBy }) => revisedBy === undefined && !chosen.has(id) && desk.unreported.includes(id),
  )
  const alikeOf = ({ id }: ReportOpinion) =>
    (desk.alike.find((group) => group.includes(id)) ?? [])
      .filter((other) => other !== id)
      .flatMap((other) => byId.get(other)?.n ?? [])
  return (
    <>
      {desk.alike.length > 0 && <p class="soft measure">{point.alikeSay}</p>}
      {draft.articles.map((article, place) => (
        <ArticlePart
          key={article.provisionId ?? ''}
          label={desk.articles.find(({ provisionId }) => provisionId === article.provisionId)?.label ?? ''}
          article={article}
          opinions={article.opinions.flatMap((id) => byId.get(id) ?? [])}
          alikeOf={alikeOf}
          onSummary={(summary) =>
            onDraft({ ...draft, articles: draft.articles.with(place, { ...article, summary }) })
          }
          onMove={(id, by) => onDraft(moveOpinion(draft, id, by))}
          onLeaveOut={(id) => onDraft(leaveOut(draft, id))}
        />
      ))}
      <div>
        {(left.length > 0 || desk.unlisted === 0) && (
          <h2>{left.length === 0 ? point.allIn : point.leftOut(left.length)}</h2>
        )}
        {desk.unlisted > 0 && <p class="next">{point.unlisted(desk.unlisted)}</p>}
        {left.length > 0 && <p class="soft">{point.leftOutSay}</p>}
        <ol class="report-opinions">
          {left.map((opinion) => (
            <li key={opinion.id}>
              <OpinionLine opinion={opinion} alike={alikeOf(opinion)} />
              <div class="buttons">
                <Button
                  kind="text"
                  label={point.putInOf(opinion.n + 1)}
                  onPress={() => onDraft(putIn(draft, opinion, desk.articles))}
                >
                  {point.putIn}
                </Button>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

function ArticlePart(props: {
  label: string
  article: ReportArticle
  opinions: readonly ReportOpinion[]
  alikeOf: (opinion: ReportOpinion) => number[]
  onSummary: (summary: string) => void
  onMove: (id: ReportOpinion['id'], by: -1 | 1) => void
  onLeaveOut: (id: ReportOpinion['id']) => void
}) {
  const words = useWords()
  const { point } = words
  const { article, opinions } = props
  const people = opinions.reduce((sum, { proponent }) => sum + proponent.headcount, 0)
  return (
    <fieldset class="group">
      <legend>{point.articleHead(props.label || words.whole, opinions.length, people)}</legend>
      <AreaField
        label={point.summary}
        hint={point.summaryHint}
        value={article.summary}
        rows={2}
        max={2000}
        onValue={props.onSummary}
      />
      <ol class="report-opinions">
        {opinions.map((opinion, at) => (
          <li key={opinion.id}>
            <OpinionLine opinion={opinion} alike={props.alikeOf(opinion)} />
            <div class="buttons">
              {at > 0 && (
                <Button
                  kind="text"
                  label={point.upOf(opinion.n + 1)}
                  onPress={() => props.onMove(opinion.id, -1)}
                >
                  {point.up}
                </Button>
              )}
              {at < opinions.length - 1 && (
                <Button
                  kind="text"
                  label={point.downOf(opinion.n + 1)}
                  onPress={() => props.onMove(opinion.id, 1)}
                >
                  {point.down}
                </Button>
              )}
              <Button
                kind="text"
                label={point.leaveOutOf(opinion.n + 1)}
                onPress={() => props.onLeaveOut(opinion.id)}
              >
                {point.leaveOut}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

function OpinionLine(props: { opinion: ReportOpinion; alike: readonly number[] }) {
  const words = useWords()
  const { opinion } = props
  const { contactPoint: _, ...source } = opinion
  return (
    <div>
      <p class="source">
        <b>{words.point.numberOf(opinion.n + 1)}</b> {opinion.provisionLabel || words.whole} ·{' '}
        {sourceLine(source, words)}
      </p>
      <p class="said-short" lang="zh-CN">
        {opinion.verbatim}
      </p>
      {props.alike.length > 0 && (
        <p class="soft">
          {words.point.alike(props.alike.length)}
          {words.colon}
          {props.alike.map((n) => words.point.numberOf(n + 1)).join(words.listSeparator)}
        </p>
      )}
      {opinion.drafted && (
        <p>
          <span class="text-name">{words.point.workedOut}</span>
          {opinion.drafted}
        </p>
      )}
    </div>
  )
}
