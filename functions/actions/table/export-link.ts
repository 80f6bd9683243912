import { timingSafeEqual } from 'node:crypto'
import type { ExportName } from '#core/deciding/export-job.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Keys } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

/** A file of a job, as its link names it; 0 is the manifest. */
export interface ExportLink extends ExportName {
  file: number
  /** Seconds since 1970: whoever comes later asks the list for a new link. */
  expires: number
}

/** The address of a file. What it is signed with never leaves the deployment; without a session it opens nothing. */
export function exportHref(keys: Pick<Keys, 'hmac'>, link: ExportLink): string {
  const { consultationId, id, file, expires } = link
  const signature = Buffer.from(keys.hmac(signed(link))).toString('base64url')
  return `/office/api/consultations/${consultationId}/exports/${id}/files/${file}?expires=${expires}&signature=${signature}`
}

/** Throws `link-expired` for a link of yesterday, and for one nobody signed. */
export function requireExportLink(
  keys: Pick<Keys, 'hmac'>,
  link: ExportLink,
  signature: string,
  now: Instant,
): void {
  const given = Buffer.from(signature, 'base64url')
  const wanted = keys.hmac(signed(link))
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!isOurs || link.expires * 1000 <= Date.parse(now))
    throw new PortalError('link-expired', { consultationId: link.consultationId })
}

function signed({ consultationId, id, file, expires }: ExportLink): string {
  return `kaimen export link v1\n${consultationId}\n${id}\n${file}\n${expires}`
}
