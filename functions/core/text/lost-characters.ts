/**
 * One or two half-width question marks behind Han, with Han or a comma to follow: what GBK leaves of a rare character,
 * or a question's end.
 */
const questionMarks = /(?<=\p{Script=Han})\?{1,2}(?=[\p{Script=Han}，、；：。）])/gu
/** The empty box of old office systems, and what an editor draws for a character it does not have. */
const boxes = /\p{Script=Han}[〓□](?=\p{Script=Han})/u
const clauseEnd = /[。！？；，、,!;:：\n?]/u
/** Words that make a clause a question; 「能不能」「划不划」 are A不A. */
const asks =
  /[吗呢吧么嘛啊呀哪谁几何啥咋怎]|多少|是否|可否|能否|有没有|没有$|行不$|对不$|(\p{Script=Han})[不没]\1/u

/**
 * Whether a text of a spreadsheet seems to have lost characters on its way: `李?家` where a rare Han was not in GBK.
 * A half-width question mark behind a clause that asks (「能不能钓鱼?我觉得…」) is taken for one. A hint, never a refusal.
 */
export function hasLostCharacters(text: string): boolean {
  if (boxes.test(text)) return true
  for (const { index } of text.matchAll(questionMarks)) if (!asks.test(clauseBefore(text, index))) return true
  return false
}

function clauseBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 60), end)
  return before.split(clauseEnd).at(-1) ?? ''
}
