import { opinionFields, type OpinionField } from '#contract/opinion-fields.ts'
import type { DataLicence } from '#contract/authority.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { articlesIn } from '#core/bulletin/bulletin-answers.ts'
import type { ArticleCounts, TellingEdition } from '#core/bulletin/long-bulletin.ts'
import { changeTypeNames, channelNames, outcomeNames } from '#core/names.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { columnName, numberCell, textCell } from './xlsx-cells.ts'
import { look, textStyles } from './xlsx-styles.ts'
import { plainSheet, workbookStream, type WorkbookSheet } from './xlsx-workbook.ts'
import { tableEnd, tableStart, type CellRule, type TableFrame } from './xlsx-worksheet.ts'

/** What the workbook says of itself. */
export interface OpenDataAbout {
  billTitle: string
  organ: string
  /** As printed: 2026年12月20日. */
  publishedOn: string
  licence?: DataLicence | undefined
  /** Names of contact points by id, as the tallies know them. */
  contactPointNames: ReadonlyMap<string, string>
}

const rowsPerChunk = 64
/** Excel's own limit, less the header. */
const maxRows = 1_048_575
/** What an opinion says, and what became of it: two sheets that share the number. */
const decisionFieldNames = new Set([
  'row',
  'outcome',
  'reason',
  'resulting_draft_id',
  'resulting_provision_id',
  'resulting_words',
])
const opinionSheetFields = opinionFields.filter(({ name }) => name === 'row' || !decisionFieldNames.has(name))
const decisionSheetFields = opinionFields.filter(({ name }) => decisionFieldNames.has(name))

/** Rows to write, which may be read more than once. */
export interface RowSource {
  count: number
  rows: () => Iterable<BulletinRow> | AsyncIterable<BulletinRow>
}

/**
 * Streams the open data of one answered consultation as .xlsx: opinions, decisions, tallies, dictionary. It holds what the
 * bulletin released, masked, and nothing else (R10). Rows are written one after the other; beyond Excel's limit a sheet
 * ends and says so in the dictionary.
 */
export function openDataXlsx(bulletin: Bulletin, about: OpenDataAbout): AsyncGenerator<Uint8Array> {
  const { rows } = bulletin
  return openDataWorkbook(bulletin, about, { count: rows.length, rows: () => rows })
}

/** The same of any edition, whose rows come one after the other. */
export function openDataWorkbook(
  edition: TellingEdition & Pick<Bulletin, 'edition' | 'tallies' | 'reconciliation'>,
  about: OpenDataAbout,
  source: RowSource,
): AsyncGenerator<Uint8Array> {
  const title = `${about.billTitle}：意见和采纳情况`
  return workbookStream(title, [
    { name: '意见', chunks: fieldSheet(source, opinionSheetFields, title) },
    { name: '采纳情况', chunks: fieldSheet(source, decisionSheetFields, title) },
    sheetOf('统计', tallyRows(edition, about), [30, 30, 12]),
    sheetOf('数据说明', dictionaryRows(edition.edition, source.count, about, title), [26, 12, 60, 60]),
  ])
}

function sheetOf(name: string, rows: string[][], widths: number[]): WorkbookSheet {
  return { name, chunks: [plainSheet(rows, widths, { first: 'header', rest: 'text' })] }
}

async function* fieldSheet(
  { count, rows }: RowSource,
  fields: readonly OpinionField[],
  printTitle: string,
): AsyncGenerator<string> {
  const frame: TableFrame = {
    columns: fields.map(({ type, name }) => ({ width: widthOf(type, name), style: 0 })),
    frozenColumns: 1,
    printTitle,
    paper: 'A3',
  }
  const header = look('header')
  const heads = fields.map(({ name }, at) =>
    textCell(`${columnName(at)}1`, name, { plain: header, quoted: header }),
  )
  yield `${tableStart(frame)}<row r="1" ht="30" customHeight="1">${heads.join('')}</row>`
  const written = Math.min(count, maxRows)
  let number = 1
  let held = ''
  for await (const row of rows()) {
    if (number > written) break
    number += 1
    held += rowXml(row, number, fields)
    if ((number - 1) % rowsPerChunk !== 0) continue
    yield held
    held = ''
  }
  yield held
  const notes = fields.map(({ zh }, column): CellRule => ({ column, kind: 'note', hint: zh }))
  yield tableEnd(frame, notes, written + 1)
}

function rowXml(row: BulletinRow, number: number, fields: readonly OpinionField[]): string {
  const cells = fields.map(({ valueOf, type }, at) => {
    const value = valueOf(row)
    const reference = `${columnName(at)}${number}`
    return type === 'integer' && value !== undefined
      ? numberCell(reference, String(value), look('number'))
      : textCell(reference, String(value ?? ''), textStyles.text)
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

function widthOf(type: OpinionField['type'], name: string): number {
  if (type === 'integer') return 10
  return ['verbatim', 'proposed_text', 'reason', 'resulting_words'].includes(name) ? 44 : 20
}

/** Counts as the bulletin printed them, one line each: what of, which, how many. */
function tallyRows(
  edition: TellingEdition & Pick<Bulletin, 'tallies' | 'reconciliation'>,
  { contactPointNames }: OpenDataAbout,
): string[][] {
  const { tallies, reconciliation } = edition
  const labels = articleLabels(articlesIn(edition))
  const part = (what: string, counts: Readonly<Record<string, number>>, nameOf: (key: string) => string) =>
    Object.entries(counts).map(([key, count]) => [what, nameOf(key), String(count)])
  return [
    ['统计什么', '哪一项', '条数'],
    ['收到', '', String(reconciliation.received)],
    ['人数', '', String(tallies.people)],
    ...outcomes.map((outcome) => [
      '采纳情况',
      outcomeNames[outcome],
      String(reconciliation.byOutcome[outcome] ?? 0),
    ]),
    ...part('条文', tallies.byArticle, (key) => (key === '' ? '全文' : (labels.get(key) ?? key))),
    ...part('来源渠道', tallies.byChannel, (key) => channelNames[key as keyof typeof channelNames]),
    ...part('意见类型', tallies.byChangeType, (key) => changeTypeNames[key as keyof typeof changeTypeNames]),
    ...part('联系点', tallies.byContactPoint, (key) => contactPointNames.get(key) ?? key),
    ...part('日期', tallies.byDay, (key) => key),
  ]
}

/** Names of articles as rows print them: of 第二十四条第一款 the article alone. */
function articleLabels(articles: readonly ArticleCounts[]): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { provisionId, label } of articles)
    if (provisionId !== null)
      labels.set(
        articleIdOf(provisionId),
        /^第.+?条(?:之[一二三四五六七八九十]+)?/u.exec(label)?.[0] ?? label,
      )
  return labels
}

function dictionaryRows(edition: number, count: number, about: OpenDataAbout, title: string): string[][] {
  const { organ, publishedOn, licence } = about
  return [
    ['栏', '工作表', '意思', 'Meaning'],
    ...opinionFields.map(({ name, zh, en, codes }) => [
      name,
      decisionFieldNames.has(name) && name !== 'row' ? '采纳情况' : '意见',
      codes === undefined ? zh : `${zh}。${codesOf(codes)}`,
      en,
    ]),
    ['', '', '', ''],
    ['题目', '', title, ''],
    ['发布机关', '', organ, ''],
    ['公布', '', `${publishedOn}，第 ${edition} 版`, ''],
    ['许可', '', licence === undefined ? '发布机关还没有写明' : `${licence.title} ${licence.url}`, ''],
    ...(count > maxRows
      ? [['说明', '', `表格软件最多放 ${maxRows} 条；全部 ${count} 条在 opinions.csv。`, '']]
      : []),
  ]
}

function codesOf(codes: Readonly<Record<string, string>>): string {
  return Object.entries(codes)
    .map(([code, name]) => `${code} ${name}`)
    .join('，')
}
