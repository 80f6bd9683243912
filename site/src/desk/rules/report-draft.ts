import type { ReportDesk, ReportInput } from '#contract/report-api.ts'
import type { OpinionId, ProvisionId } from '#core/ids.ts'
import type { Report } from '#core/report/report.ts'
import { articleIdOf } from '#core/draft/provision.ts'

type ReportOpinion = ReportDesk['opinions'][number]

const articleOf = ({ provisionId }: Pick<ReportOpinion, 'provisionId'>): ProvisionId | null =>
  provisionId === null ? null : articleIdOf(provisionId)

/**
 * What a liaison works on: the stored draft with revised opinions in their newest wording, or, before there is one, every
 * opinion not reported yet under its article, in the draft's order, those of one kind together, below the suggested
 * opening.
 */
export function reportDraft(desk: ReportDesk, report: Report | undefined): ReportInput {
  if (report !== undefined) {
    const { documentNumber, head, articles } = report
    const newest = new Map(desk.opinions.map(({ id, revisedBy }) => [id, revisedBy ?? id]))
    const current = articles.map((article) => ({
      ...article,
      opinions: article.opinions.map((id) => newest.get(id) ?? id),
    }))
    return { documentNumber, head, articles: current }
  }
  const waiting = desk.opinions.filter(({ id }) => desk.unreported.includes(id))
  const articles = desk.articles
    .map(({ provisionId }) => ({
      provisionId,
      summary: '',
      opinions: besideTheirKind(
        waiting.filter((opinion) => articleOf(opinion) === provisionId).map(({ id }) => id),
        desk.alike,
      ),
    }))
    .filter(({ opinions }) => opinions.length > 0)
  return { documentNumber: '', head: desk.suggestedHead, articles }
}

/** Each in its turn, with those of its kind right behind the first of them. */
function besideTheirKind(ids: readonly OpinionId[], alike: ReportDesk['alike']): OpinionId[] {
  const kindOf = (id: OpinionId) => alike.find((kind) => kind.includes(id))
  const ordered = ids.flatMap((id) => {
    const kind = kindOf(id)
    return kind === undefined ? [id] : ids.filter((other) => kind.includes(other))
  })
  return [...new Set(ordered)]
}

/** Takes an opinion out; an article that is left with neither opinions nor a summary goes too. */
export function leaveOut(draft: ReportInput, id: OpinionId): ReportInput {
  const articles = draft.articles
    .map((article) => ({ ...article, opinions: article.opinions.filter((one) => one !== id) }))
    .filter(({ opinions, summary }) => opinions.length > 0 || summary.trim() !== '')
  return { ...draft, articles }
}

/** Puts an opinion in under its article, which takes its place in the draft's order. */
export function putIn(
  draft: ReportInput,
  opinion: ReportOpinion,
  order: ReportDesk['articles'],
): ReportInput {
  const provisionId = articleOf(opinion)
  const without = leaveOut(draft, opinion.id).articles
  const held = without.find((article) => article.provisionId === provisionId)
  const placeOf = (id: ProvisionId | null) => order.findIndex((article) => article.provisionId === id)
  const articles = held
    ? without.map((article) =>
        article === held ? { ...article, opinions: [...article.opinions, opinion.id] } : article,
      )
    : [...without, { provisionId, summary: '', opinions: [opinion.id] }].sort(
        (a, b) => placeOf(a.provisionId) - placeOf(b.provisionId),
      )
  return { ...draft, articles }
}

/** Moves an opinion one place up or down within its article; at the edge it stays. */
export function moveOpinion(draft: ReportInput, id: OpinionId, by: -1 | 1): ReportInput {
  const articles = draft.articles.map((article) => {
    const at = article.opinions.indexOf(id)
    const to = at + by
    const other = article.opinions[to]
    if (at < 0 || other === undefined) return article
    return { ...article, opinions: article.opinions.with(at, other).with(to, id) }
  })
  return { ...draft, articles }
}
