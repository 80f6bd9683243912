import type { ExportFile, TableFormat } from '#core/deciding/export-job.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type ExportLink, requireExportLink } from './export-link.ts'
import { writeAudit } from '../write-audit.ts'

/** A file of a finished job and how to get at it. */
export interface FoundExportFile {
  file: ExportFile
  format: TableFormat
}

/**
 * Finds the file a signed link names and records who took it. Refuses `not-permitted`, `link-expired` before it says
 * whether there is such a file, `not-found`.
 */
export async function findExportFile(
  deps: Pick<Deps, 'exports' | 'keys' | 'audit'> & { exportFiles: ExportFiles },
  member: Member,
  link: ExportLink,
  signature: string,
  now: Instant,
): Promise<FoundExportFile> {
  requirePermission(member, 'table.download')
  requireExportLink(deps.keys, link, signature, now)
  const job = await deps.exports.find(link.consultationId, link.id)
  const file = link.file === 0 ? job?.manifest : job?.files[link.file - 1]
  if (job === undefined || file === undefined) throw new PortalError('not-found', { kind: 'export-file' })
  const facts = { exportId: job.id, format: job.format, edition: job.edition, rows: file.rows }
  await writeAudit(deps, member, { action: 'export.download', subject: job.consultationId, facts }, now)
  return { file, format: link.file === 0 ? 'json' : job.format }
}
