import type { Strings } from '../words/strings.zh.ts'

interface RowProblemLike {
  column: string
  code: string
  facts: Record<string, unknown>
}

/** One problem of a spreadsheet's row as a sentence; an unknown code still names itself. */
export function rowSentence(problem: RowProblemLike, words: Strings): string {
  const sentence = words.trouble.row[problem.code]
  return sentence ? sentence(problem.facts) : words.trouble.rowUnknown(problem.code)
}

/** One thing to look at in a cell, as a sentence. */
export function warningSentence(warning: RowProblemLike, words: Strings): string {
  const sentence = words.uploading.warning[warning.code]
  return sentence ? sentence(warning.facts) : words.trouble.rowUnknown(warning.code)
}

/** All problems of a row, each with its column. */
export function rowSentences(problems: readonly RowProblemLike[], words: Strings): string[] {
  return problems.map((problem) => {
    const column = problem.column === '' ? '' : `${words.deciding.column(problem.column)}${words.colon}`
    return `${column}${rowSentence(problem, words)}`
  })
}
