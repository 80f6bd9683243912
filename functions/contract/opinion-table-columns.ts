import type { TableEdition } from '#core/deciding/export-job.ts'

/** What 相同意见数 counts, in the words of every table, dictionary and screen that shows it. */
export const sameCountMeaning = {
  zh: '和这一条同类的意见有几条，含这一条：工作台归成一类的都算；还没有归类的，只算同一条文上一字不差的（不计空格和标点）。被更正过的旧稿不算。',
  en: 'How many opinions are of the same kind, this one included: all that the desk put into one group; where nothing was grouped yet, only those saying the same words on the same article (spaces and punctuation aside). Corrected versions do not count.',
} as const

/**
 * Columns of the consolidated opinion table 意见汇总表, in the order legislators know them. What goes out
 * as Excel comes back as Excel (R17): `编号` and `版本` identify the row and the decision it was made from, `核对码` what
 * its cells said then (`cell-marks.ts`); `edited` columns are read back, all others are ignored on the way in.
 * 「采纳后条款/理由」 of the paper form is three columns here, because a machine must read it back.
 */
export const opinionTableColumns = [
  { key: 'seq', title: '序号', width: 7, edited: false },
  { key: 'provision', title: '条款号（稿次）', width: 18, edited: false },
  { key: 'provisionText', title: '条款原文', width: 42, edited: false },
  { key: 'changeType', title: '意见类型', width: 10, edited: false },
  { key: 'proposedText', title: '修改建议（拟改文字）', width: 36, edited: false },
  { key: 'opinionReason', title: '理由', width: 28, edited: false },
  { key: 'verbatim', title: '原话', width: 42, edited: false },
  { key: 'proponent', title: '提出人类别/人数', width: 18, edited: false },
  { key: 'contactPoint', title: '提出单位或联系点', width: 20, edited: false },
  { key: 'channel', title: '来源渠道', width: 12, edited: false },
  { key: 'collectedOn', title: '收集日期', width: 13, edited: false },
  { key: 'sameCount', title: '相同意见数', width: 9, edited: false, help: sameCountMeaning.zh },
  { key: 'proposal', title: '初步处理意见', width: 28, edited: true },
  { key: 'outcome', title: '采纳情况', width: 16, edited: true },
  { key: 'resultingProvision', title: '采纳后条款', width: 18, edited: true },
  { key: 'resultingQuote', title: '采纳后文字', width: 32, edited: true },
  { key: 'reason', title: '答复理由', width: 36, edited: true },
  { key: 'responsible', title: '承办人', width: 12, edited: true },
  { key: 'note', title: '备注', width: 20, edited: true },
  { key: 'opinionId', title: '编号', width: 26, edited: false },
  { key: 'rev', title: '版本', width: 7, edited: false },
  { key: 'check', title: '核对码', width: 10, edited: false },
] as const
export type OpinionTableColumn = (typeof opinionTableColumns)[number]['key']

/** A column as one edition of the table shows it. */
export type TableColumn = Omit<(typeof opinionTableColumns)[number], 'edited' | 'help'> & {
  edited: boolean
  /** What the column means, where its title does not say it. */
  help?: string
}

const released: ReadonlySet<string> = new Set([
  'seq',
  'provision',
  'provisionText',
  'changeType',
  'proposedText',
  'verbatim',
  'proponent',
  'contactPoint',
  'channel',
  'collectedOn',
  'sameCount',
  'outcome',
  'resultingProvision',
  'resultingQuote',
  'reason',
] satisfies OpinionTableColumn[])

/** The columns of each edition, in order. Nothing of the public one is there to be filled in. */
export const columnsOfEdition: Record<TableEdition, readonly TableColumn[]> = {
  internal: opinionTableColumns,
  public: opinionTableColumns
    .filter(({ key }) => released.has(key))
    .map((column) => ({ ...column, edited: false })),
}

/**
 * One row of the table as text; `opinionId` and `rev` are written by us and must survive. `check` may be gone: then a row
 * that a colleague decided meanwhile is a conflict even when nobody touched it.
 */
export type OpinionTableRow = Record<OpinionTableColumn, string>
