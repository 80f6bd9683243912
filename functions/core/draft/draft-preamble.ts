import { closeUp, compact } from './draft-lines.ts'
import type { MarkedLine } from './draft-marks.ts'
import { leadsIn } from './draft-opening.ts'

/** What stands before the body: the name of the text and how it came about. */
export interface DraftPreamble {
  title: string
  /** 题注: each adoption and amendment, the numbers and dates of decrees. */
  enactmentNotes: string[]
  /** Sentences that belong to the body although no article has begun. */
  opening: MarkedLine[]
}

const kindOfText =
  /(?:法|法典|条例|规定|办法|决定|决议|细则|规则|规程|章程|准则|解释|修正案|方案|标准|意见|纲要|公约|条约|协定|协议|议定书|宪章|规约|规范|制度|通则|草案|稿)$/u
/** The same as Taiwan, Hong Kong and Macao write them. */
const kindOfTextTraditional =
  /(?:條例|規定|辦法|決定|決議|細則|規則|規程|準則|解釋|修正案|標準|意見|綱要|公約|條約|協定|協議|議定書|憲章|規約|通則)$/u
const bracketTail = /[（(][^（）()]*[)）]$/u
const versionLine = /^[（(](?=[^年]*$)[^（）()]{0,20}(?:草案|稿|修订|修正|建议)[^（）()]{0,20}[)）]$/u
/** Lines of a 题注 without brackets: 1987年2月25日…《…的决定》, 根据…的决定. */
const dated = /^根据|[0-9０-９〇一二三四五六七八九十] ?年.*月.*日/u
/** A bracket that is no number: (1) stands before a person's name in treaties. */
const opensNote = /^[（(〔[](?![0-9]{1,2}[)）])/u
/** 「《…条例》已由…于…通过，现予公布，自…起施行。」: how the text was made known, not what it says. */
const decree =
  /^《[^》]+》(?:[（(][^（）()]{1,30}[)）])?(?:已由|已经|业经|业已|经).*(?:公布|发布|施行)[^。]*。$/u
const quoted = /^《(.+)》$/u
const noteWords = /[年月日号届次令]|会议|通过|修正|修订|公布|施行|根据|批准|废止/u

/**
 * Reads title and 题注 from the lines before the contents or the body. Where no body follows (`bodyFollows` false),
 * only bracketed notes are 题注 and the rest is kept as words.
 */
export function readPreamble(lines: readonly MarkedLine[], bodyFollows: boolean): DraftPreamble {
  const held = lines.filter(({ text }) => text !== '')
  const at = titleIndex(held)
  const preamble: DraftPreamble = { title: '', enactmentNotes: [], opening: [] }
  const title = held[at]
  if (!title) return { ...preamble, opening: held }
  const above = firstHalf(held, at)
  preamble.title = closeUp(above) + closeUp(title.text.replace(quoted, '$1'))
  for (const line of held.slice(0, above === '' ? at : at - 1)) addNote(preamble, line.text)
  const below = held.slice(at + 1)
  const ledIn = bodyFollows && leadsIn(below)
  for (const line of below) {
    if (versionLine.test(line.text) && preamble.enactmentNotes.length === 0)
      preamble.title += closeUp(line.text)
    else if (
      !isNote(line.text) ||
      (ledIn && (isClause(line.text) || preamble.opening.length > 0)) ||
      (!bodyFollows && !opensNote.test(line.text))
    )
      preamble.opening.push(line)
    else addNote(preamble, line.text)
  }
  return preamble
}

/** The last short line that ends as names of legal texts end; else the first line that is not a note. */
function titleIndex(lines: readonly MarkedLine[]): number {
  const named = lines.findLastIndex(({ text }) => {
    if (opensNote.test(text) || dated.test(text) || /[。；;：:]$/.test(text) || [...text].length > 80)
      return false
    const name = text.replace(quoted, '$1').replace(bracketTail, '').trim()
    return kindOfText.test(name) || kindOfTextTraditional.test(name)
  })
  return named >= 0 ? named : lines.findIndex(({ text }) => !opensNote.test(text) && !isSentence(text))
}

/**
 * What the line above gives to the name: where it is the only one, where the name goes on with 关于, and where both
 * together are named in another line, 「现将《…》印发给你们」.
 */
function firstHalf(lines: readonly MarkedLine[], at: number): string {
  const [above = '', title = ''] = [lines[at - 1]?.text, lines[at]?.text]
  if (above === '' || !isFirstHalf(above)) return ''
  if (at === 1 || /^关于|^關[于於]/u.test(title) || /关于$|關[于於]$/u.test(above)) return above
  const name = compact(above + title.replace(bracketTail, ''))
  return lines.some(({ text }) => compact(text).includes(name)) ? above : ''
}

/** 中华人民共和国 above 香港特别行政区基本法, the organ above 关于…的决定; not the head of a decree. */
function isFirstHalf(text: string): boolean {
  return (
    [...text].length <= 30 &&
    !opensNote.test(text) &&
    !/[令告号件0-9０-９。；：:]$|^[0-9０-９]|[【】〉>|]/u.test(text)
  )
}

/** Whether a line below the name is read as 题注. */
export function isNote(text: string): boolean {
  return decree.test(text) || !isSentence(text)
}

function isSentence(text: string): boolean {
  return !opensNote.test(text) && (/[。；;：:]$/.test(text) || [...text].length > 120)
}

/** 「本公约各缔约国，」 「鉴于…，」 above what leads into the articles of a treaty. */
function isClause(text: string): boolean {
  return !opensNote.test(text) && !dated.test(text) && /[，,、]$/.test(text)
}

/** A note whose bracket is still open goes on in the next line; brackets in the laws are not always closed. */
function addNote({ enactmentNotes }: DraftPreamble, text: string): void {
  const last = enactmentNotes.at(-1)
  const goesOn = last !== undefined && opensNote.test(last) && !isClosed(last) && !opensNote.test(text)
  if (goesOn && noteWords.test(text)) enactmentNotes[enactmentNotes.length - 1] = `${last} ${text}`
  else enactmentNotes.push(text)
}

function isClosed(note: string): boolean {
  return (
    [...note].filter((char) => '（('.includes(char)).length <=
    [...note].filter((char) => '）)'.includes(char)).length
  )
}
