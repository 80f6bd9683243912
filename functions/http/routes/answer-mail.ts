import type { Context, Hono } from 'hono'
import type { FieldProblem } from '#contract/field-problem.ts'
import { MailAsked, MailCodeQuestion, MailConfirmed, MailLeft, MailRequest } from '#contract/mail-api.ts'
import { inLanguage, pagePaths } from '#contract/page-paths.ts'
import { isRefusal } from '#core/portal-error.ts'
import { askForMail, type MailWish } from '../../actions/mail/ask-for-mail.ts'
import { confirmMail } from '../../actions/mail/confirm-mail.ts'
import { leaveMail } from '../../actions/intake/leave-mail.ts'
import type { AppEnv } from '../app-env.ts'
import { mailOfferPage } from '../pages/mail-offer.ts'
import { mailAskedPage, mailDonePage } from '../pages/mail-pages.ts'
import { shell } from '../pages/shell.ts'
import type { PublicDeps } from '../public-deps.ts'
import { mediaType, requireMediaType } from '../read-body.ts'
import { formMediaType, readForm } from '../read-form.ts'
import { readJson } from '../read-json.ts'
import { readerLanguage } from '../reader-language.ts'

const taken = ['application/json', formMediaType]

/** A letter when an opinion is answered: asked for beside a receipt, confirmed and ended by the code of a letter. */
export function answerMailRoutes(app: Hono<AppEnv>, deps: PublicDeps): void {
  app.post('/api/answer-mail', async (c) => {
    requireMediaType(c, taken)
    if (mediaType(c) === formMediaType) return askByForm(c, deps)
    const confirmBefore = await askForMail(deps, await readJson(c, MailRequest), deps.clock.now())
    return c.json(MailAsked.parse({ confirmBefore }), 202)
  })

  app.post('/api/answer-mail/confirm', async (c) => {
    const { code, language } = await readCode(c)
    const done = await confirmMail(deps, code, deps.clock.now())
    if (language === undefined) return c.json(MailConfirmed.parse(done))
    return c.html(shell(mailDonePage(done.state, language), deps.authority))
  })

  app.post('/api/answer-mail/leave', async (c) => {
    const { code, language } = await readCode(c)
    const done = await leaveMail(deps, code, deps.clock.now())
    if (language === undefined) return c.json(MailLeft.parse(done))
    return c.html(shell(mailDonePage(done.state, language), deps.authority))
  })

  /*
   * RFC 8058 wants an address that names the mailbox by itself: the one place where a code stands in a query. It ends
   * letters and shows nothing, and no record of ours keeps it. Mail programs POST; a person who opens it is asked first.
   */
  app.post('/api/answer-mail/one-click', async (c) =>
    c.json(MailLeft.parse(await leaveMail(deps, c.req.query('code') ?? '', deps.clock.now()))),
  )
  app.get('/api/answer-mail/one-click', (c) => {
    const page = inLanguage(pagePaths.answerMail, readerLanguage(c))
    const code = (c.req.query('code') ?? '').replace(/[^0-9A-Za-z]/g, '').slice(0, 20)
    return c.redirect(`${page}#leave=${code}`, 303)
  })
}

async function askByForm(c: Context<AppEnv>, deps: PublicDeps): Promise<Response> {
  const fields = await readForm(c)
  const language = readerLanguage(c, fields['lang'])
  const { receiptCode = '', address = '' } = fields
  const wish: MailWish = { receiptCode, address, language }
  try {
    const confirmBefore = await askForMail(deps, wish, deps.clock.now())
    const page = mailAskedPage({ receiptCode, confirmBefore }, language, deps.settings.utcOffsetMinutes)
    return c.html(shell(page, deps.authority), 202)
  } catch (error) {
    const problem = addressProblem(error)
    if (problem === undefined) throw error
    return c.html(shell(mailOfferPage({ receiptCode, address }, problem, language), deps.authority), 422)
  }
}

function addressProblem(error: unknown): FieldProblem | undefined {
  if (!isRefusal(error, 'invalid-fields')) return undefined
  const { fields } = error.facts as { fields: readonly FieldProblem[] }
  return fields.find(({ field }) => field === 'address')
}

/** A script's JSON, or a person's form, which is answered with a page in their language. */
async function readCode(c: Context<AppEnv>) {
  requireMediaType(c, taken)
  if (mediaType(c) !== formMediaType) return { code: (await readJson(c, MailCodeQuestion)).code }
  const fields = await readForm(c)
  return { code: (fields['code'] ?? '').slice(0, 60), language: readerLanguage(c, fields['lang']) }
}
