import type { Bulletin, BulletinSectionKind } from '#core/bulletin/bulletin.ts'
import { answersIn } from '#core/bulletin/bulletin-answers.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import type { Answer, ArticleAnswers, Voice } from '#core/bulletin/long-bulletin.ts'
import { channelNames, outcomeNames } from '#core/names.ts'
import { writeNumeral } from '#core/draft/numerals.ts'
import { type Channel, channels } from '#core/opinion.ts'
import { docxPageWidth, docxStream } from './docx-package.ts'
import { docxLines, docxParagraph, type DocxRun } from './docx-runs.ts'
import { docxTable } from './docx-table.ts'

/** A bulletin 采纳情况通报 as printed. */
export interface BulletinDocument {
  /** The bill's name; the document's own is made of it. */
  billTitle: string
  /** 发布机关 */
  organ: string
  /** 2026年12月20日 as printed, `''` while it is not published: the document says that it is a draft. */
  date: string
  bulletin: Bulletin
  /** 草案二次审议稿, by draft id. */
  stageNames: ReadonlyMap<string, string>
}

const columns = ['序号', '条款', '意见要点', '渠道/条数', '采纳情况', '理由', '修改后条文']
const shares = [780, 1250, 4200, 1500, 1300, 2900]
const widths = [...shares, docxPageWidth - shares.reduce((sum, width) => sum + width, 0)]

/**
 * Streams a bulletin as .docx in the official look: A4 landscape, 黑体 title, issuing body and date, the opening paragraph
 * in 仿宋, then its parts in their order, each with a table whose head repeats on every page. Opinions with the same answer
 * stand in one row with their number; every one of them is printed, equal words once with how often.
 */
export function bulletinDocx(document: BulletinDocument): AsyncGenerator<Uint8Array> {
  return docxStream(`${document.billTitle}公开征求意见采纳情况通报`, body(document))
}

function* body(document: BulletinDocument): Generator<string> {
  const { billTitle, organ, date, bulletin } = document
  const title = /^《.*》$/u.test(billTitle) ? billTitle : `《${billTitle}》`
  if (date === '') yield docxParagraph('Note', [{ text: '（未发布，供审阅）' }])
  yield docxParagraph('Title', [{ text: `${title}公开征求意见采纳情况通报` }])
  const edition = bulletin.edition > 1 ? `第 ${bulletin.edition} 版` : ''
  yield docxParagraph('Note', [{ text: [organ, date, edition].filter(Boolean).join('　') }])
  if (bulletin.correction !== undefined)
    yield* words([{ text: '本版更正：', style: 'Label' }, { text: bulletin.correction }])
  yield* words([{ text: bulletin.head }])
  const numbering = { row: 0, part: 0 }
  for (const section of bulletin.sections ?? [])
    yield* sectionParts(section.kind, section.words, document, numbering)
  yield docxParagraph('Plain', [])
  yield docxParagraph('Sign', [{ text: organ }])
  if (date !== '') yield docxParagraph('Sign', [{ text: date }])
}

interface Numbering {
  row: number
  part: number
}

const titles: Record<BulletinSectionKind, string> = {
  totals: '条数核对',
  figures: '意见来源',
  taken: '写进条文的意见',
  heard: '听到了、这一次没有写进条文的意见',
  closing: '其他说明',
}

function* sectionParts(
  kind: BulletinSectionKind,
  lead: string,
  { bulletin, stageNames }: BulletinDocument,
  numbering: Numbering,
): Generator<string> {
  const groups = answersIn(bulletin)[kind === 'taken' ? 'taken' : 'heard']
  const isEmpty =
    kind === 'closing' ? lead === '' : (kind === 'taken' || kind === 'heard') && groups.length === 0
  if (isEmpty) return
  numbering.part += 1
  yield docxParagraph('Section', [{ text: `${writeNumeral(numbering.part)}、${titles[kind]}` }])
  if (lead !== '') yield* words([{ text: lead }])
  if (kind === 'totals') yield* totals(bulletin)
  if (kind === 'figures') yield* sources(bulletin)
  if (kind === 'taken' || kind === 'heard') yield* answersTable(groups, stageNames, numbering)
}

function* answersTable(
  groups: readonly ArticleAnswers[],
  stageNames: ReadonlyMap<string, string>,
  numbering: Numbering,
): Generator<string> {
  yield* docxTable(widths, columns, cells())
  function* cells() {
    for (const { label, answers } of groups)
      for (const answer of answers) {
        numbering.row += 1
        yield [
          [String(numbering.row)],
          [label || '总体意见'],
          points(answer.voices),
          channelLines(answer.voices),
          [outcomeNames[answer.outcome]],
          answer.reason.split('\n'),
          becameLines(answer, stageNames),
        ]
      }
  }
}

/** Every opinion of an answer: its words and who said them; words said alike stand once with how often. */
function points(rows: readonly Voice[]): string[] {
  const alike = Map.groupBy(rows, ({ verbatim, proposedText, proponent }) =>
    JSON.stringify([verbatim.replaceAll(/\s/gu, ''), proposedText, proponent]),
  )
  return [...alike.values()].flatMap((same, at) => {
    const [row] = same
    if (row === undefined) return []
    const by = [row.proponent, same.length > 1 ? `相同 ${same.length} 条` : ''].filter(Boolean).join('，')
    const number = alike.size > 1 ? `${at + 1}．` : ''
    const proposed = row.proposedText === undefined ? [] : `建议改为：${row.proposedText}`.split('\n')
    return [...`${number}${row.verbatim}`.split('\n'), ...proposed, ...(by === '' ? [] : [`——${by}`])]
  })
}

function channelLines(rows: readonly Voice[]): string[] {
  const count = (channel: Channel) => rows.filter((row) => row.channel === channel).length
  const found = channels.filter((channel) => count(channel) > 0)
  const lines = found.map((channel) => `${channelNames[channel]} ${count(channel)} 条`)
  return found.length > 1 ? [...lines, `共 ${rows.length} 条`] : lines
}

function becameLines({ resulting }: Answer, stageNames: ReadonlyMap<string, string>): string[] {
  if (resulting === undefined) return ['—']
  const stage = stageNames.get(resulting.draftId) ?? ''
  return [`${stage}${resulting.provisionLabel}：`, ...resulting.quote.split('\n')]
}

/** received = Σ outcomes (R3). */
function* totals({ reconciliation: { received, byOutcome } }: Bulletin): Generator<string> {
  const counted = outcomes.map((outcome) => [[outcomeNames[outcome]], [String(byOutcome[outcome] ?? 0)]])
  const sum = outcomes.reduce((total, outcome) => total + (byOutcome[outcome] ?? 0), 0)
  yield* docxTable(
    [4000, 2000],
    ['采纳情况', '条数'],
    [...counted, [['合计'], [String(sum)]], [['收到意见'], [String(received)]]],
  )
}

function* sources({ tallies: { byChannel } }: Bulletin): Generator<string> {
  const found = channels.filter((channel) => (byChannel[channel] ?? 0) > 0)
  const rows = found.map((channel) => [[channelNames[channel]], [String(byChannel[channel])]])
  yield* docxTable([4000, 2000], ['来源渠道', '条数'], rows)
}

function* words(runs: readonly DocxRun[]): Generator<string> {
  for (const line of docxLines(runs)) if (line.length > 0) yield docxParagraph('Words', line)
}
