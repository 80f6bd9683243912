import type { Hono } from 'hono'
import { openApiDocument } from '#contract/openapi.ts'
import {
  ConsultationDetail,
  ConsultationList,
  ConsultationTallies,
  Health,
  PublicBill,
  PublicBillList,
} from '#contract/public-api.ts'
import { version } from '#contract/version.ts'
import { BillId, ConsultationId } from '#core/ids.ts'
import {
  listPublicBills,
  listPublicConsultations,
  readPublicBill,
  readPublicConsultation,
  readPublicTallies,
} from '../../actions/intake/read-public.ts'
import type { AppEnv } from '../app-env.ts'
import type { PublicDeps } from '../public-deps.ts'
import { pathId } from './path-id.ts'

/** What anybody may read. Answers pass through their shape, so only declared fields leave. */
export function publicReadingRoutes(app: Hono<AppEnv>, deps: PublicDeps): void {
  const { clock, settings } = deps
  let openApi: string | undefined
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.get('/api/health', (c) => c.json(Health.parse({ status: 'ok', version })))
  app.get('/api/openapi.json', (c) => {
    openApi ??= JSON.stringify(openApiDocument(settings.origin))
    return c.body(openApi, 200, { 'content-type': 'application/json' })
  })
  app.get('/api/bills', async (c) =>
    c.json(PublicBillList.parse({ bills: await listPublicBills(deps, clock.now()) })),
  )
  app.get('/api/bills/:billId', async (c) => {
    const bill = await readPublicBill(deps, pathId(c, 'billId', BillId), clock.now())
    return c.json(PublicBill.parse(bill))
  })
  app.get('/api/consultations', async (c) => {
    const consultations = await listPublicConsultations(deps, clock.now())
    return c.json(ConsultationList.parse({ consultations }))
  })
  app.get('/api/consultations/:consultationId', async (c) => {
    const id = pathId(c, 'consultationId', ConsultationId)
    return c.json(ConsultationDetail.parse(await readPublicConsultation(deps, id, clock.now())))
  })
  app.get('/api/consultations/:consultationId/tallies', async (c) => {
    const id = pathId(c, 'consultationId', ConsultationId)
    return c.json(ConsultationTallies.parse(await readPublicTallies(deps, id, clock.now())))
  })
}
