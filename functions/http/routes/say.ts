import type { Hono } from 'hono'
import { inLanguage, pagePaths } from '#contract/page-paths.ts'
import { ReceiptStatus } from '#contract/public-api.ts'
import { ConsultationId, type ProvisionId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import { readReceipt } from '../../actions/intake/read-receipt.ts'
import { submissionGround } from '../../actions/intake/submission-ground.ts'
import { windowRefusal } from '../../actions/intake/submit-opinion.ts'
import type { AppEnv } from '../app-env.ts'
import { heldReceipt, heldReceiptPath } from '../held-receipt-cookie.ts'
import { heldPage } from '../pages/held-page.ts'
import { sayPage } from '../pages/say-page.ts'
import { shell } from '../pages/shell.ts'
import type { PublicDeps } from '../public-deps.ts'
import { readerLanguage } from '../reader-language.ts'
import { pathId } from './path-id.ts'

/** Pages for people without JavaScript: the form of one article, and the receipt after sending. */
export function sayRoutes(app: Hono<AppEnv>, deps: PublicDeps): void {
  app.get('/say/:consultationId/:provisionId', async (c) => {
    const ground = await submissionGround(deps, pathId(c, 'consultationId', ConsultationId))
    const { consultation, provisions, provisionIds } = ground
    const refusal = windowRefusal(consultation, deps.clock.now())
    if (refusal) throw refusal
    const wanted = c.req.param('provisionId')
    if (wanted !== 'whole' && !provisionIds.has(wanted)) throw new PortalError('unknown-provision')
    const bill = await deps.bills.get(consultation.billId)
    const scene = {
      language: readerLanguage(c),
      consultation,
      billTitle: bill.title,
      provisions,
      provisionId: wanted === 'whole' ? null : (wanted as ProvisionId),
      utcOffsetMinutes: deps.settings.utcOffsetMinutes,
    }
    c.header('cache-control', 'no-store')
    const page = sayPage(scene, c.req.query('channel') === 'qr' ? { channel: 'qr' } : {})
    return c.html(shell(page, deps.authority))
  })

  app.get(heldReceiptPath, async (c) => {
    const language = readerLanguage(c)
    const code = heldReceipt(c)
    c.header('cache-control', 'no-store')
    if (code === undefined) return c.redirect(inLanguage(pagePaths.receipt, language), 303)
    const status = ReceiptStatus.parse(await readReceipt(deps, code, deps.clock.now()))
    const consultation = await deps.consultations.get(status.consultation.id)
    return c.html(shell(heldPage(status, consultation, language, deps.settings), deps.authority))
  })
}
