import type { ReportInput } from '#contract/report-api.ts'

/** Parts of a report in which two people's versions differ. */
export interface ReportDifferences {
  documentNumber: boolean
  head: boolean
  /** Articles, `null` for the draft as a whole, in the order of the first version, then of the second. */
  articles: (string | null)[]
}

/** Where somebody's report says other things than a colleague's: shown before either is chosen. */
export function reportDifferences(mine: ReportInput, theirs: ReportInput): ReportDifferences {
  const said = ({ articles }: ReportInput) =>
    new Map(articles.map(({ provisionId, ...part }) => [provisionId, JSON.stringify(part)]))
  const [own, other] = [said(mine), said(theirs)]
  const all = [...new Set<string | null>([...own.keys(), ...other.keys()])]
  return {
    documentNumber: mine.documentNumber !== theirs.documentNumber,
    head: mine.head !== theirs.head,
    articles: all.filter((id) => own.get(id as never) !== other.get(id as never)),
  }
}
