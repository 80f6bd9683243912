import { limits } from '#contract/limits.ts'
import type { ResultingWords } from '#core/deciding/decision.ts'
import { locateWords, type ResultingProblem } from '#core/deciding/decision-gaps.ts'
import { PortalError } from '#core/portal-error.ts'

const fieldProblems: Record<ResultingProblem, { field: string; code: string }> = {
  'not-a-later-draft': { field: 'resulting.draftId', code: 'not-a-later-draft' },
  'unknown-provision': { field: 'resulting.provisionId', code: 'unknown-provision' },
  'words-not-in-provision': { field: 'resulting.quote', code: 'words-not-in-provision' },
}

/** The words an opinion is said to have become, exactly as a later draft has them (R5). Refuses `invalid-fields`. */
export function requireWords(
  resulting: ResultingWords,
  laterTexts: Parameters<typeof locateWords>[1],
): ResultingWords {
  const located = locateWords(resulting, laterTexts)
  if (typeof located === 'string')
    throw new PortalError('invalid-fields', { fields: [fieldProblems[located]] })
  // Line breaks of the draft count too: what is stored must fit its own schema.
  const actual = located.quote.length
  const limit = limits.maxQuoteChars
  if (actual > limit)
    throw new PortalError('invalid-fields', {
      fields: [{ field: 'resulting.quote', code: 'too-long', limit, actual }],
    })
  const { draftId, provisionId } = resulting
  const { quote, start } = located
  return {
    draftId,
    provisionId,
    ...(quote !== '' && { quote }),
    ...(start !== undefined && { start }),
  }
}
