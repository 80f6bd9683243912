import { closeUp, compact, type DraftLine } from './draft-lines.ts'
import { readItem } from './draft-items.ts'

/** A line set this far in, in widths of a Han character, is set to the right: headings stand at four or more, words at two. */
export const farRight = 4

const digit = '[0-9０-９〇○零一二三四五六七八九十]'
const blank = '[×xX＊*_＿]'
/** 「2024年3月1日」「二〇二四年三月一日」「1999年12月 于北京」 and nothing else on the line. */
const date = new RegExp(
  `^[（(]?(?:公元)?${digit}{2,4}年${digit}{1,3}月(?:${digit}{1,3}日)?(?:[于在]\\p{Script=Han}{2,12}|印发|发布|公布|通过|颁布|签发)?[)）]?$`,
  'u',
)
/** A date still to be filled in. */
const openDate = new RegExp(
  `^(?:${digit}|${blank}){0,4}年(?:${digit}|${blank}){0,3}月(?:${digit}|${blank}){0,3}日$`,
  'u',
)
const englishDate = /^(?:dated? )?(?:\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})\.?$/i
/** What an office writes below its own papers: who may read them, who gets them, when they were printed. */
const notice =
  /^[（(](?:此件|本件|此文|本文)[^（）()]{2,20}[)）]$|^(?:抄送|抄报|主送|分送)[:：]|^\P{P}{2,40}印发$/u
const signed = /[（(](?:签字|签名|签署|签章|盖章|公章|印章?)[)）]/u
const organ =
  /^[^，。；：！？“”《》0-9]{2,40}(?:人民代表大会|常务委员会|常委会|主席团|人民政府|国务院|中央军委|委员会?|法院|检察院|办公厅|办公室|总局|总署|[部局厅署院])$/u
const officer =
  /^[^，。；：！？“”《》0-9]{0,24}(?:主席|总理|委员长|主任|部长|省长|市长|州长|县长|区长|局长|署长|行长|院长|检察长)[:：]?[\p{Script=Han}·]{2,8}$/u

/** Words of a sentence that lost its stop: 「解释权属于市人民政府」 is no signature. */
const verb =
  /(?<!自)由|属于|负责|解释|施行|执行|实施|应当|可以|按照|依照|依法|报送|授权|签署|批准|决定|公布|任命|制定|组织/u

/** How a treaty says that it was signed, where, when and in which languages. */
const attestation =
  /以昭信守|以资证明|[于在].{4,60}(?:签订|签署|订立|缔结|签字)[，,].{0,12}[一两二三四五六七八九十]式|^(?:本|此)\p{Script=Han}{2,12}于.{4,60}(?:签订|签署|订立|缔结|写成)/u
const englishAttestation =
  /^(?:in (?:witness|faith|testimony) whereof\b|done (?:at|in|on|this)\b|(?:approved|enacted|passed|adopted|signed)(?: by| on| this|,)? .{0,60}\b(?:1[0-9]|20)\d\d\.?$)/i

/** A date with its numbers, alone on the line, or what an office writes below its papers. */
export function isDated({ text }: DraftLine): boolean {
  return date.test(compact(text)) || notice.test(text) || englishDate.test(text)
}

/** 「…特签字于本公约，以昭信守。」「本协定于…在北京签订，一式两份」「Done at …」: all that follows belongs to it. */
export function isAttestation({ text }: DraftLine): boolean {
  return attestation.test(text) || englishAttestation.test(text)
}

/** Whether a line can hardly be anything but part of a closing, if it stands last. */
export function isClosingLine(line: DraftLine): boolean {
  const words = compact(line.text)
  return (
    isDated(line) ||
    openDate.test(words) ||
    signed.test(words) ||
    isSigner(line) ||
    (line.indent >= farRight && mayBeClosing(line))
  )
}

/** An organ, or an office and the name of who holds it. */
function isSigner({ text }: DraftLine): boolean {
  const words = compact(text)
  return (organ.test(words) || officer.test(words)) && !verb.test(words) && readItem(text) === undefined
}

/** A short line without the end of a sentence: a name beside a signature, or words that lost their stop. */
export function mayBeClosing({ text }: DraftLine): boolean {
  return [...text].length <= 40 && !/[，。；：！？,;:|]|\.$/u.test(text) && !readItem(text)
}

/** Whether words are finished, so that what follows them is something else. */
export function endsSentence(text: string): boolean {
  return /[。！？；.!?;][”’」』）)】]*$/u.test(text)
}

/** What stands beside an attestation: the languages, the copies, whose text prevails. */
const besideAttestation =
  /文本|作准|分歧|正本|副本|\b(?:cop(?:y|ies)|texts?|languages?|authentic|original)\b/iu

/** A text of its own behind the signatures of a treaty, which prints no 附件 before its name. */
const protocolName = /(?:议定书|議定書|换文|換文|Protocol)$/iu

/**
 * How many of the lines from an attestation on are its closing: sentences of the attestation, then names until words
 * begin again. All of them where none do.
 */
export function attestedLength(lines: readonly DraftLine[]): number {
  const names = lines.findIndex((line) => !isAttestation(line) && !besideAttestation.test(line.text))
  if (names < 0) return lines.length
  const words = lines.findIndex(({ text }, place) => place > names && /[。；：]$/u.test(text))
  const title = lines[words - 1]?.text ?? ''
  return words > 0 && protocolName.test(closeUp(title)) ? words - 1 : lines.length
}

/** Sentences behind the names of a closing: words of something that has no name. */
export function wordsBehindNames(lines: readonly DraftLine[]): DraftLine | undefined {
  const names = lines.findIndex((line) => mayBeClosing(line) && !isAttestation(line))
  if (names < 0) return undefined
  return lines
    .slice(names)
    .find((line) => endsSentence(line.text) && !isClosingLine(line) && !isAttestation(line))
}
