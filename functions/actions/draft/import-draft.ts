import type { NewDraft } from '#contract/office-api.ts'
import type { DraftMeta, DraftText } from '#core/bill.ts'
import { canonicalJson } from '#core/log/commitment.ts'
import { deskId } from '#core/desk-id.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { sha256 } from '#core/sha256.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Commits a text as a draft 稿 of a bill, unpublished. A text with problems is refused with them
 * (`draft-has-problems`) unless a person accepts them; one without articles or title is always refused.
 * Also refuses `not-permitted`, `not-found` (the bill), `already-exists` (the draft's id).
 */
export async function importDraft(
  deps: Pick<Deps, 'bills' | 'drafts' | 'randomness' | 'audit'>,
  member: Member,
  billId: BillId,
  input: NewDraft,
  now: Instant,
): Promise<DraftMeta> {
  requirePermission(member, 'draft.import')
  const bill = await deps.bills.get(billId)
  const { title, enactmentNotes, provisions, problems } = parseDraft(input.text)
  const articles = articlesOf(provisions).length
  if (articles === 0 || (problems.length > 0 && input.acceptProblems !== true))
    throw new PortalError('draft-has-problems', { problems, articles })
  const id = input.id ?? (deskId('d', deps.randomness) as DraftId)
  const text: DraftText = {
    id,
    billId,
    stage: input.stage,
    title: title || bill.title,
    enactmentNotes: [...enactmentNotes],
    provisions,
  }
  const meta: DraftMeta = {
    id,
    billId,
    stage: input.stage,
    title: text.title,
    datedOn: input.datedOn,
    articles,
    textHash: sha256(canonicalJson(text)).toString('base64url'),
    importedBy: member.id,
    importedAt: now,
    rev: 0,
  }
  const stored = await deps.drafts.append(meta, text)
  const facts = { billId, stage: input.stage, articles, problems: problems.length }
  await writeAudit(deps, member, { action: 'draft.import', subject: id, facts }, now)
  return stored
}
