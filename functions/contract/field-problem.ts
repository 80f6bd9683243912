import * as z from 'zod'
import type { Language } from './page-paths.ts'

/** What can be wrong with one field of a body. `limit` goes with lengths and sizes. */
export const fieldProblemCodes = [
  'required',
  'too-long',
  'too-many',
  'bad-characters',
  'wrong-type',
  'malformed',
  'unknown-field',
  'unknown-choice',
  'unknown-provision',
  'notice-outdated',
  'receipt-code-malformed',
  'address-malformed',
  'repeated',
  'closes-before-opening',
  'in-the-past',
  'not-later',
  'due-after-close',
  'due-before-opening',
  'own-membership',
  'not-a-later-draft',
  'words-not-in-provision',
  'not-removable',
] as const
export type FieldProblemCode = (typeof fieldProblemCodes)[number]

/** One refused field, as data: never with what stood in it. `field` is a dotted path, `''` the body as a whole. */
export interface FieldProblem {
  field: string
  code: FieldProblemCode
  /** Characters or items allowed. */
  limit?: number
  /** Characters counted. */
  actual?: number
}

/** The same as answered to a caller, with a sentence in the reader's language. */
export const FieldProblemAnswer = z.strictObject({
  field: z.string(),
  code: z.enum(fieldProblemCodes),
  limit: z.int().optional(),
  actual: z.int().optional(),
  message: z.string(),
})
export type FieldProblemAnswer = z.infer<typeof FieldProblemAnswer>

type Sentence = (problem: FieldProblem) => Record<Language, string>

const sentences: Record<FieldProblemCode, Sentence> = {
  required: () => ({ zh: '这一项要填。', en: 'This is needed.' }),
  'too-long': ({ limit, actual }) => ({
    zh: `最多 ${limit ?? '…'} 字${actual ? `，现在有 ${actual} 字` : ''}。太长的话，可以分成几条说，或者寄信来。`,
    en: `At most ${limit ?? '…'} characters${actual ? `; there are ${actual} now` : ''}. Split it into several, or send a letter.`,
  }),
  'too-many': ({ limit }) => ({ zh: `最多 ${limit ?? '…'} 项。`, en: `At most ${limit ?? '…'} entries.` }),
  'bad-characters': () => ({
    zh: '里面有电脑读不出的字符。请删掉重打，或换一种方式粘贴。',
    en: 'There are characters in it that no computer can read. Delete and type them again.',
  }),
  'wrong-type': () => ({ zh: '这一项的类型不对。', en: 'This is not the kind of value expected.' }),
  malformed: () => ({ zh: '这一项的写法不对。', en: 'This is not written as expected.' }),
  'unknown-field': () => ({ zh: '没有这个字段。', en: 'There is no such field.' }),
  'unknown-choice': () => ({ zh: '请从给出的选项里选。', en: 'Choose one of the options given.' }),
  'unknown-provision': () => ({
    zh: '这份稿子里没有这一条。',
    en: 'This draft has no such provision.',
  }),
  'notice-outdated': () => ({
    zh: '告知书已经更新，请看过新的再提交。',
    en: 'The privacy notice has changed. Read the current one, then send again.',
  }),
  'address-malformed': () => ({
    zh: '这不像一个能收信的邮箱，请对照着再写一遍，例如 wang@example.com。',
    en: 'No letter can be sent there; please compare it, for example wang@example.com.',
  }),
  'receipt-code-malformed': () => ({
    zh: '回执码是 24 位字母和数字，像是抄错或者漏了一两位。请对照回执再看一遍。',
    en: 'A receipt code has 24 letters and digits, and some seem to be wrong or missing. Compare it with your receipt.',
  }),
  repeated: () => ({ zh: '这一项重复了。', en: 'This is there twice.' }),
  'closes-before-opening': () => ({
    zh: '截止时间要晚于开始时间。',
    en: 'It must close after it opens.',
  }),
  'in-the-past': () => ({ zh: '这个时间已经过去了。', en: 'This moment has passed.' }),
  'not-later': () => ({
    zh: '延期只能往后延，不能提前。',
    en: 'An extension must be later than the present deadline.',
  }),
  'due-after-close': () => ({
    zh: '任务的完成日期不能晚于征求意见截止日。',
    en: 'The task must be due on or before the last day of the window.',
  }),
  'due-before-opening': () => ({
    zh: '任务的完成日期不能早于征求意见开始日。',
    en: 'The task cannot be due before the window opens.',
  }),
  'own-membership': () => ({
    zh: '不能停用自己，也不能改自己的岗位。请另一位管理员来改。',
    en: 'You cannot end your own membership or change your own role. Ask another administrator.',
  }),
  'not-a-later-draft': () => ({
    zh: '采纳后的条文要在本法规案后来的稿子里。',
    en: 'The resulting words must stand in a later draft of the same bill.',
  }),
  'words-not-in-provision': () => ({
    zh: '这一条里没有这几个字。请从条文里复制。',
    en: 'That provision does not contain these words. Copy them from it.',
  }),
  'not-removable': () => ({
    zh: '已经有过的站点不能删，可以停用。以前收的意见还记在它名下。',
    en: 'A station that existed cannot be removed, only closed: earlier opinions name it.',
  }),
}

/** The sentence a reader is told about one field. */
export function fieldProblemMessage(problem: FieldProblem, language: Language): string {
  return sentences[problem.code](problem)[language]
}
