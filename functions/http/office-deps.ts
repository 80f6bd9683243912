import type { Context } from 'hono'
import type { Authority } from '#contract/authority.ts'
import type { OfficeRouteKey } from '#contract/office-routes.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import type { BulletinWorker } from '#core/bulletin/bulletin-job.ts'
import type { ExportFiles, ExportWorker } from '#core/deciding/export-ports.ts'
import type { AnswerSender } from '#core/mail/mail-ports.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { AppEnv } from './app-env.ts'

/** The OpenID Connect issuer that vouches for members; any issuer will do (SECURITY, Sign-in). */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
}

/** What long tables need besides: where their files are, and who writes them. */
export interface ExportDeps {
  exportFiles: ExportFiles
  exportWorker: ExportWorker
  /** So many rows may leave at once behind a gateway that ends answers; missing: any number. */
  directTableRows?: Record<TableFormat, number>
}

export type OfficeDeps = Deps &
  ExportDeps & {
    authority: Authority
    oidc: OidcSettings
    telemetry: Telemetry
    /** Previews and publishes long bulletins. */
    bulletinWorker: BulletinWorker
    /** Missing: this deployment sends no mail. */
    answerSender?: AnswerSender | undefined
  }

/** Behind the session there is always a member. */
export interface OfficeEnv {
  Variables: AppEnv['Variables'] & { member: Member }
}
export type OfficeContext = Context<OfficeEnv>
export type OfficeHandler = (c: OfficeContext) => Promise<Response>

/** The handlers of one subject; all subjects together must name every route. */
export type OfficeHandlers<K extends OfficeRouteKey> = Record<K, OfficeHandler>
