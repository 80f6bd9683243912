import type { MappingInput, MappingList } from '#contract/mapping-api.ts'
import type { ColumnMapping } from '#core/batch/column-mapping.ts'
import type { ContactPointId, MappingId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { requireUploader } from './require-uploader.ts'
import { writeAudit } from '../write-audit.ts'

type MappingDeps = Pick<Deps, 'columnMappings' | 'audit'>

/** Which mapping, of whose uploads (`requireUploader`). */
export interface MappingPlace {
  id: MappingId
  shelf?: ContactPointId | undefined
}

/** The saved mappings of a contact point, or the legislature's own, by name. Refuses `not-permitted`. */
export async function listMappings(
  deps: Pick<Deps, 'columnMappings'>,
  member: Member,
  shelf?: ContactPointId,
): Promise<MappingList> {
  const all = await deps.columnMappings.listOf(requireUploader(member, shelf))
  const mappings = all.filter(({ removed }) => !removed)
  return { mappings: mappings.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) }
}

/**
 * Saves how a source's tables are read, for the whole contact point. Refuses `not-permitted`, and `changed-meanwhile`
 * when a colleague saved or deleted it since (`readRev` 0: it is new).
 */
export async function putMapping(
  deps: MappingDeps,
  member: Member,
  { id, shelf }: MappingPlace,
  input: MappingInput,
  readRev: number,
  now: Instant,
): Promise<ColumnMapping> {
  const contactPointId = requireUploader(member, shelf)
  const changed = { changedBy: member.id, changedAt: now, removed: false, rev: readRev }
  const stored = await deps.columnMappings.put({ id, contactPointId, ...input, ...changed }, readRev)
  const facts = { fields: Object.keys(input.fields).length, columns: input.headers.length }
  await writeAudit(deps, member, { action: 'mapping.put', subject: id, facts }, now)
  return stored
}

/** Deletes a mapping; what was read by it stays as it is. Refuses `not-permitted`, `not-found`, `changed-meanwhile`. */
export async function removeMapping(
  deps: MappingDeps,
  member: Member,
  { id, shelf }: MappingPlace,
  readRev: number,
  now: Instant,
): Promise<ColumnMapping> {
  const held = await deps.columnMappings.find(requireUploader(member, shelf), id)
  if (held === undefined || held.removed) throw new PortalError('not-found', { kind: 'column-mapping', id })
  const changed = { changedBy: member.id, changedAt: now, removed: true }
  const stored = await deps.columnMappings.put({ ...held, ...changed }, readRev)
  await writeAudit(deps, member, { action: 'mapping.remove', subject: id, facts: {} }, now)
  return stored
}
