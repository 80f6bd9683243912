import { batchColumns, type BatchColumn } from '#contract/batch-columns.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import { columnName, numberCell, textCell } from './xlsx-cells.ts'
import { look, type LookName } from './xlsx-styles.ts'
import {
  plainSheet,
  propertySheet,
  sheetReference,
  workbookStream,
  type WorkbookSheet,
} from './xlsx-workbook.ts'
import { choiceList, tableEnd, tableStart, type CellRule, type TableFrame } from './xlsx-worksheet.ts'

/** What a template is made for. */
export interface BatchTemplateMeta {
  consultationId: string
  /** The file carries its own batch, so that a second upload of it is a repeat. */
  batchId: string
  /** Name of the draft. */
  title: string
  /** Last day for the contact point, yyyy-mm-dd. */
  dueOn: string
  /** 全文, 第一条, 第二条 … : the drop-down of 条款. */
  provisionChoices: readonly string[]
  /** Respondent categories of the consultation. */
  categories: readonly string[]
  /** How many numbered rows are prepared. */
  rows: number
}

const listsName = '可选项'
const explanationName = '说明'
/** Sheets of the template that hold no opinions: nobody is asked whether to read them. */
export const templateHelperSheets: readonly string[] = [explanationName, listsName]
/** What a contact point never is: these come from the site itself. */
const notCollected = ['web', 'qr']
const firstDate = 'DATE(2020,1,1)'

/**
 * The table contact points fill in, as .xlsx: the numbered sheet with drop-downs, 说明 in plain words, the lists,
 * and the very hidden sheet that says which consultation and batch it belongs to.
 */
export async function batchTemplateXlsx(meta: BatchTemplateMeta): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of workbookStream(`${meta.title} 意见采集表`, templateSheets(meta)))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

function templateSheets(meta: BatchTemplateMeta): WorkbookSheet[] {
  return [
    { name: '意见采集表', printedAgain: '$A:$A,$1:$1', chunks: entryChunks(meta) },
    {
      name: explanationName,
      chunks: [
        plainSheet(
          explanation(meta).map((line) => [line]),
          [100],
          { first: 'title', rest: 'note' },
        ),
      ],
    },
    { name: listsName, chunks: [plainSheet(listRows(meta), [24, 24])] },
    propertySheet({ kind: 'batch', consultationId: meta.consultationId, batchId: meta.batchId }),
  ]
}

function* entryChunks(meta: BatchTemplateMeta): Generator<string> {
  const frame: TableFrame = {
    columns: batchColumns.map(({ key, width }) => ({ width, style: look(lookOf(key)) })),
    frozenColumns: 1,
    printTitle: `${meta.title}　意见采集表　请于 ${meta.dueOn} 前上传`,
    paper: 'A4',
  }
  yield tableStart(frame) + headerRow()
  for (let row = 2; row <= meta.rows + 1; row += 1)
    yield `<row r="${row}">${numberCell(`A${row}`, String(row - 1), look('number'))}</row>`
  yield tableEnd(frame, rulesOf(meta), meta.rows + 1)
}

function headerRow(): string {
  const cells = batchColumns.map(({ title, required }, at) => {
    const index = look(required ? 'headerEdited' : 'header')
    const shown = required ? `${title} *（必填）` : title
    return textCell(`${columnName(at)}1`, shown, { plain: index, quoted: index })
  })
  return `<row r="1" ht="36" customHeight="1">${cells.join('')}</row>`
}

function lookOf(key: BatchColumn): LookName {
  if (key === 'rowNumber') return 'number'
  if (key === 'headcount') return 'editedNumber'
  return key === 'collectedOn' ? 'editedDate' : 'edited'
}

function rulesOf({ provisionChoices, categories }: BatchTemplateMeta): CellRule[] {
  const column = (key: BatchColumn) => batchColumns.findIndex((candidate) => candidate.key === key)
  const listed = (letter: string, count: number) =>
    `${sheetReference(listsName)}!$${letter}$2:$${letter}$${count + 1}`
  const channels = Object.entries(channelNames).flatMap(([key, name]) =>
    notCollected.includes(key) ? [] : [name],
  )
  const lists: { key: BatchColumn; formula: string; onError: 'stop' | 'warning'; hint: string }[] = [
    {
      key: 'provision',
      formula: listed('A', provisionChoices.length),
      onError: 'warning',
      hint: '选择意见针对的条款；也可以写到款、项，如“第十二条第二款”。说的是整部法规，就选“全文”或留空。',
    },
    {
      key: 'changeType',
      formula: choiceList(Object.values(changeTypeNames)),
      onError: 'stop',
      hint: '请从列表中选择。',
    },
    {
      key: 'category',
      formula: listed('B', categories.length),
      onError: 'warning',
      hint: '提出意见的是哪类人。不要写姓名。',
    },
    { key: 'channel', formula: choiceList(channels), onError: 'stop', hint: '请选择意见是怎样收集来的。' },
  ]
  const available = lists.filter(({ key }) => {
    if (key === 'provision') return provisionChoices.length > 0
    return key !== 'category' || categories.length > 0
  })
  return [
    ...available.map(({ key, ...rule }) => ({ ...rule, column: column(key), kind: 'list' as const })),
    {
      column: column('headcount'),
      kind: 'whole',
      formula: '1',
      onError: 'stop',
      hint: '一个人提的写 1；一群人共同提的写人数。',
    },
    {
      column: column('collectedOn'),
      kind: 'date',
      formula: firstDate,
      onError: 'warning',
      hint: '听到或收到这条意见的日期，如 2026-11-03。',
    },
  ]
}

function listRows({ provisionChoices, categories }: BatchTemplateMeta): string[][] {
  const length = Math.max(provisionChoices.length, categories.length)
  return [
    ['条款可选项', '类别可选项'],
    ...Array.from({ length }, (_, at) => [provisionChoices[at] ?? '', categories[at] ?? '']),
  ]
}

function explanation({ title, dueOn }: BatchTemplateMeta): string[] {
  return [
    '怎样填这张表',
    `征求意见的是：${title}。请在 ${dueOn} 前上传。`,
    '一行写一条意见。一个人说了三件事，就写三行。没用到的行空着就行，不用删。',
    '带 * 的三列必须填：原话、来源渠道、收集日期。',
    '“原话”照着本人的话写，不要改成书面语；想写成法言法语，写在“规范表述”里，两样都会保留。',
    '“条款”“意见类型”“来源渠道”点一下就有列表可选。',
    '不要写提意见人的姓名、身份证号、电话和住址。“提出人类别”写是哪类人，“所在区域”写到街道或村居。',
    '几个人一起提的，在“群体名称”写是谁（如“河西村村民”），在“人数”写多少人。',
    '发过纸质回执的，把回执码抄进“回执码”，本人以后就能用它查结果；没发过的空着，上传后系统会给出回执码。',
    '填好后保存，在“上传意见表”页面上传。同一张表传两遍也不会重复；改过的行会作为更正，原来的一版仍然保留。',
    '有哪一行写得不对，系统会告诉您是第几行第几列、为什么，其余的行照常收下。',
  ]
}
