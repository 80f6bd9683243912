import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { citeProvision } from '#core/draft/cite.ts'
import { locateWords } from '#core/deciding/decision-gaps.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { BulletinGround } from './bulletin-readiness.ts'
import type { PublicAnswer } from './read-answers.ts'

type LaterTexts = BulletinGround['drafts']['laterTexts']

/** An answer in the words of a bulletin. */
export type ToldAnswer = Pick<BulletinRow, 'reason' | 'resulting'>

/** Puts answers into a bulletin's words, masked; an answer thousands got is looked up once. */
export function answerTeller(laterTexts: LaterTexts): (answer: PublicAnswer) => ToldAnswer {
  const told = new Map<PublicAnswer, ToldAnswer>()
  return (answer) => {
    const known = told.get(answer)
    if (known !== undefined) return known
    const resulting = wordsOf(answer.resulting, laterTexts)
    const said = { reason: maskPersonalData(answer.reason ?? '').text, ...(resulting && { resulting }) }
    told.set(answer, said)
    return said
  }
}

/** Where the words of an answer stand, as rows say it; `undefined` where they are not found. */
export function wordsOf(
  resulting: PublicAnswer['resulting'],
  laterTexts: LaterTexts,
): BulletinRow['resulting'] {
  if (resulting === undefined) return undefined
  const located = locateWords(resulting, laterTexts)
  const draft = laterTexts.find(({ id }) => id === resulting.draftId)
  if (typeof located === 'string' || draft === undefined) return undefined
  return {
    draftId: resulting.draftId,
    provisionId: resulting.provisionId,
    provisionLabel: citeProvision(draft.provisions, resulting.provisionId),
    quote: located.quote,
    ...(located.start !== undefined && { start: located.start }),
  }
}
