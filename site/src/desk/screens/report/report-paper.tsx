import type { ReportDesk } from '#contract/report-api.ts'
import type { ReportArticle } from '#core/report/report.ts'
import { writeNumeral } from '#core/draft/numerals.ts'
import { pointDesk } from '../../api/point.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localDay } from '../../rules/local-time.ts'
import { sourceLine } from '../../rules/proponent-line.ts'

type HeldReport = ReportDesk['reports'][number]
type ReportOpinion = ReportDesk['opinions'][number]

/** The report as it reads on paper, with the ways to take it along. */
export function ReportPaper(props: { desk: ReportDesk; report: HeldReport }) {
  const { point, stageNames } = useWords()
  const { offset } = useSession()
  const { desk, report } = props
  const place = {
    consultationId: desk.consultation.id,
    contactPointId: desk.contactPoint.id,
    number: report.number,
  }
  const byId = new Map(desk.opinions.map((opinion) => [opinion.id, opinion]))
  const { billTitle, stage } = desk.consultation
  return (
    <>
      <div class="buttons no-print">
        <a class="button quiet" href={pointDesk.reportAddress(place)} download>
          {point.download}
        </a>
        <Button kind="quiet" onPress={() => window.print()}>
          {point.print}
        </Button>
      </div>
      <article class="reading-sheet report-paper">
        {!report.signed && <p class="paper-note">{point.unsigned}</p>}
        {report.documentNumber && <p class="paper-note">{report.documentNumber}</p>}
        <p class="paper-title" role="heading" aria-level={2}>
          {point.paperTitle(billTitle, stageNames[stage])}
        </p>
        <Lines text={report.head} />
        {report.articles.map((article, at) => (
          <PaperPart
            key={article.provisionId ?? ''}
            number={at + 1}
            label={desk.articles.find(({ provisionId }) => provisionId === article.provisionId)?.label ?? ''}
            article={article}
            opinions={article.opinions.flatMap((id) => byId.get(id) ?? [])}
          />
        ))}
        <div class="signature">
          <p>{desk.contactPoint.name}</p>
          {report.signed && <p>{point.signedBy(report.signed.name)}</p>}
          {report.signed && <p>{point.fromDay(localDay(report.signed.at, offset))}</p>}
        </div>
      </article>
    </>
  )
}

function Lines(props: { text: string }) {
  return (
    <>
      {props.text.split('\n').map((line, place) => (
        <p class="indent" key={place}>
          {line}
        </p>
      ))}
    </>
  )
}

function PaperPart(props: {
  number: number
  label: string
  article: ReportArticle
  opinions: readonly ReportOpinion[]
}) {
  const words = useWords()
  const { point } = words
  const { article, opinions } = props
  const unlisted = article.opinions.length - opinions.length
  const people = opinions.reduce((sum, { proponent }) => sum + proponent.headcount, 0)
  const about = props.label === '' ? point.wholeDraft : point.about(props.label)
  const ordinal = words.locale === 'en' ? `${props.number}. ` : `${writeNumeral(props.number)}、`
  return (
    <section>
      <h3>
        {ordinal}
        {point.articleHead(about, opinions.length, people)}
      </h3>
      {article.summary && <Lines text={article.summary} />}
      {unlisted > 0 && <p class="soft no-print">{point.inFile(unlisted)}</p>}
      <ol>
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <PaperOpinion opinion={opinion} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function PaperOpinion(props: { opinion: ReportOpinion }) {
  const words = useWords()
  const { point } = words
  const { contactPoint: _, ...opinion } = props.opinion
  const parts: [string, string | undefined][] = [
    [point.workedOut, opinion.drafted],
    [point.changeTo, opinion.proposedText],
    [point.because, opinion.reason],
  ]
  return (
    <>
      <p>
        “{opinion.verbatim}” <span class="soft">{sourceLine(opinion, words)}</span>
        {opinion.revisedBy && <span class="flag">{point.revisedLater}</span>}
      </p>
      {parts.map(
        ([name, text]) =>
          text && (
            <p key={name}>
              <b>{name}</b>
              {text}
            </p>
          ),
      )}
    </>
  )
}
