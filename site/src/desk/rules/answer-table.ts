import type { AnswerSheet } from '#contract/answer-sheet.ts'
import type { BatchRowAnswer } from '#contract/batch-api.ts'
import { csvRecord } from '#core/text/csv-record.ts'
import type { Strings } from '../words/strings.zh.ts'
import { rowSentences, warningSentence } from './row-sentence.ts'

/** The answers of an upload as a table in the reader's words: row, verdict, first words, receipt code, what to look at. */
export function answerTable(rows: readonly BatchRowAnswer[], billTitle: string, words: Strings): AnswerSheet {
  const { collecting, uploading } = words
  return {
    title: uploading.answersName(billTitle),
    titles: [
      collecting.row,
      uploading.verdict,
      collecting.firstWords,
      collecting.receiptCode,
      collecting.what,
    ],
    rows: rows.map((row) => [
      String(row.row),
      collecting.verdictNames[row.verdict],
      row.firstWords ?? '',
      row.receiptCode ?? '',
      [
        ...rowSentences(row.problems, words),
        ...(row.warnings ?? []).map((warning) => warningSentence(warning, words)),
      ].join('\n'),
    ]),
  }
}

/** The table as Excel opens it: a mark of UTF-8, titles, one line a row; formulas stay text. */
export function answerCsv({ titles, rows }: AnswerSheet): string {
  return `\ufeff${[titles, ...rows].map(csvRecord).join('')}`
}
