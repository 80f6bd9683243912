import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Authority } from '#contract/authority.ts'
import type { BulletinWorker } from '#core/bulletin/bulletin-job.ts'
import type { AnswerSender } from '#core/mail/mail-ports.ts'
import type { Deps } from '#core/ports.ts'
import type { ExportDeps } from '../../functions/http/office-deps.ts'
import { createOfficeApp } from '../../functions/http/office-app.ts'
import { createPublicApp } from '../../functions/http/public-app.ts'
import type { Telemetry } from '../../functions/telemetry/telemetry.ts'
import type { FrontDoor } from './front-door.ts'
import { identityClientId, identityPath } from './identity-provider.ts'

/** Hangs both HTTP apps behind the door, as two Lambdas would be. */
export function hangApps(
  door: FrontDoor,
  deps: Deps &
    ExportDeps & { telemetry: Telemetry; bulletinWorker: BulletinWorker; answerSender: AnswerSender },
  authority: Authority,
  clientSecret: string,
): void {
  const oidc = { issuer: door.origin + identityPath, clientId: identityClientId, clientSecret }
  door.publicApp = listenerOf(createPublicApp({ ...deps, authority }))
  door.officeApp = listenerOf(createOfficeApp({ ...deps, authority, oidc }))
}

function listenerOf(app: { fetch: (request: Request) => Response | Promise<Response> }): RequestListener {
  const answer = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false })
  return (incoming, outgoing) => void answer(incoming, outgoing)
}
