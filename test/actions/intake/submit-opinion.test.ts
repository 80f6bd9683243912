import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import type { OpinionSubmission } from '#contract/public-api.ts'
import { PortalError } from '#core/portal-error.ts'
import { receiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { countChars } from '#core/text/text.ts'
import { checkSubmission } from '../../../functions/actions/intake/check-submission.ts'
import { submitOpinion } from '../../../functions/actions/intake/submit-opinion.ts'
import {
  consultationId,
  duringWindow,
  exampleConsultation,
  submission,
} from '../../support/example-consultation.ts'
import { openPortal } from '../../support/open-consultation.ts'

const ground = { consultation: exampleConsultation(), provisionIds: new Set(['art-1', 'art-24']) }
const given = (changes: Record<string, unknown> = {}) => submission(changes) as OpinionSubmission
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

describe('checking a submission', () => {
  it('never throws, and what it lets through is clean, trimmed and within its limits', () => {
    fc.assert(
      fc.property(text, fc.option(text), fc.option(text), (verbatim, reason, area) => {
        const changes = { verbatim, ...(reason && { reason }), ...(area && { proponent: { area } }) }
        const check = checkSubmission(given(changes), ground)
        if (!check.ok) return check.problems.length > 0
        const { content } = check.checked
        const texts = [content.verbatim, content.reason, content.proponent.area].filter(
          (held) => held !== undefined,
        )
        return texts.every(
          (held) => held === held.trim() && held !== '' && held.isWellFormed() && !held.includes('\0'),
        )
      }),
    )
  })

  it('takes exactly as many characters as the limit says, rare ones included', () => {
    for (const sign of ['长', '𠮷', 'a']) {
      const at = (count: number) => checkSubmission(given({ verbatim: sign.repeat(count) }), ground)
      expect(at(limits.maxVerbatimChars).ok).toBe(true)
      expect(at(limits.maxVerbatimChars + 1)).toEqual({
        ok: false,
        problems: [{ field: 'verbatim', code: 'too-long', limit: 5000, actual: 5001 }],
      })
    }
    expect(countChars('𠮷')).toBe(1)
  })

  it('flags personal data in what somebody wrote', () => {
    const check = checkSubmission(given({ verbatim: '有事打 13812345678' }), ground)
    expect(check.ok && check.checked.flags).toContain('personal-data')
  })
})

describe('submitting', () => {
  it('leaves no contact behind when the code already holds another opinion', async () => {
    const { deps } = await openPortal()
    const code = receiptCode(new Uint8Array(15).fill(3))
    await submitOpinion(deps, consultationId, given({ receiptCode: code }), duringWindow)
    const other = given({ receiptCode: code, verbatim: '别的', contact: '13800000000' })
    await expect(submitOpinion(deps, consultationId, other, duringWindow)).rejects.toThrow(PortalError)
    expect(await deps.people.find(opinionIdOf(code), duringWindow)).toBeUndefined()
  })

  it('keeps a wish for an answer whose first attempt died between the two writes', async () => {
    const { deps } = await openPortal()
    const code = receiptCode(new Uint8Array(15).fill(4))
    const body = given({ receiptCode: code, contact: '13800000000' })
    const dying = { ...deps, inbox: { ...deps.inbox, append: () => Promise.reject(new Error('killed')) } }
    await expect(submitOpinion(dying, consultationId, body, duringWindow)).rejects.toThrow('killed')
    const { verdict } = await submitOpinion(deps, consultationId, body, duringWindow)
    expect(verdict).toBe('stored')
    expect((await deps.people.find(opinionIdOf(code), duringWindow))?.contact).toBe('13800000000')
    expect((await deps.inbox.find(opinionIdOf(code)))?.wantsAnswer).toBe(true)
  })

  it('makes a fresh code for who brings none', async () => {
    const { deps } = await openPortal()
    const first = await submitOpinion(deps, consultationId, given(), duringWindow)
    const second = await submitOpinion(deps, consultationId, given(), duringWindow)
    expect(second.verdict).toBe('stored')
    expect(second.answer.receiptCode).not.toBe(first.answer.receiptCode)
  })
})
