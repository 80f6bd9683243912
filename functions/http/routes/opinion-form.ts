import { isRefusal } from '#core/portal-error.ts'
import type { ConsultationId, ProvisionId } from '#core/ids.ts'
import { receiptCode, receiptCodeBytes, type ReceiptCode } from '#core/collecting/receipt.ts'
import { submissionGround } from '../../actions/intake/submission-ground.ts'
import { submitOpinion } from '../../actions/intake/submit-opinion.ts'
import type { AppContext } from '../app-env.ts'
import { heldReceiptPath, keepHeldReceipt } from '../held-receipt-cookie.ts'
import { checkPage } from '../pages/check-page.ts'
import { checkForm } from '../pages/opinion-answers.ts'
import { sayPage, type SayScene } from '../pages/say-page.ts'
import { shell, type Page } from '../pages/shell.ts'
import type { PublicDeps } from '../public-deps.ts'
import { readForm } from '../read-form.ts'
import { readerLanguage } from '../reader-language.ts'

/**
 * The form's three steps at the API's own address: `check` shows what would be sent, `edit` goes back with
 * every answer kept, `send` gives the opinion and redirects (303) to the receipt, so a reload repeats nothing.
 */
export async function answerOpinionForm(c: AppContext, deps: PublicDeps, id: ConsultationId) {
  const fields = await readForm(c)
  const ground = await submissionGround(deps, id)
  const bill = await deps.bills.get(ground.consultation.billId)
  const scene: SayScene = {
    language: readerLanguage(c, fields['lang']),
    consultation: ground.consultation,
    billTitle: bill.title,
    provisions: ground.provisions,
    provisionId: knownProvision(fields['provisionId'], ground.provisionIds),
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
  }
  const show = (page: Page, status: 200 | 409 | 422 = 200) => c.html(shell(page, deps.authority), status)
  if (fields['step'] === 'edit') return show(sayPage(scene, fields))
  const check = checkForm(fields, ground)
  if (!check.ok) return show(sayPage(scene, fields, check.problems), 422)
  if (fields['step'] !== 'send') return show(checkPage(scene, fields, check.checked.code ?? newCode(deps)))
  try {
    const { answer } = await submitOpinion(deps, id, check.submission, deps.clock.now())
    keepHeldReceipt(c, answer.receiptCode as ReceiptCode, deps.settings.origin)
    return c.redirect(`${heldReceiptPath}?lang=${scene.language}`, 303)
  } catch (error) {
    if (!isRefusal(error, 'receipt-code-taken')) throw error
    return show(checkPage(scene, fields, newCode(deps), { alreadySent: true }), 409)
  }
}

function newCode({ randomness }: Pick<PublicDeps, 'randomness'>): ReceiptCode {
  return receiptCode(randomness.bytes(receiptCodeBytes))
}

function knownProvision(text: string | undefined, ids: ReadonlySet<string>): ProvisionId | null {
  return text !== undefined && ids.has(text) ? (text as ProvisionId) : null
}
