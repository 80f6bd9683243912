import type { ChangeType } from '#core/opinion.ts'

/** The three big buttons, in the order of Alt+1, 2, 3: 赞成, 要改, 不赞成. */
export const mainStances = ['support', 'modify', 'delete'] as const satisfies readonly ChangeType[]
/** Behind 更多. */
export const moreStances = ['add', 'general', 'question'] as const satisfies readonly ChangeType[]
/** What an untouched record holds: nobody is made to be for or against before they said so. */
export const untouchedStance: ChangeType = 'general'

/** The stance of Alt+1..3, or `undefined` for another key. */
export function stanceOfKey(key: string): ChangeType | undefined {
  return /^[123]$/.test(key) ? mainStances[Number(key) - 1] : undefined
}
