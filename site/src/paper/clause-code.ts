import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { walkProvisions, type Provision } from '#core/draft/provision.ts'

/** What is written for the draft as a whole. */
const wholeDraftCode = '0'

/** The short code of a clause on paper: 第二十四条 → `24`, 第一百二十条之一 → `120-1`, its second 款 → `120-1.2`. */
export function clauseCode(id: ProvisionId): string {
  return id.replace(/^art-/, '').replace(/\.[pis](?=\d)/g, '.')
}

/** What somebody wrote for a clause; `unknown` when the draft has nothing of that name. */
export type ReadClause = { id: ProvisionId | null } | 'unknown'

/**
 * Reads a clause code or a citation as people write them: `24`, `24.2`, `24。2`, 第二十四条第二款, 全文. Nothing, `0`
 * and 全文 are the draft as a whole.
 */
export function readClause(text: string, provisions: readonly Provision[]): ReadClause {
  const folded = text
    .normalize('NFKC')
    .trim()
    .replace(/[。·,，、]/gu, '.')
  if (folded === '' || folded === wholeDraftCode || /^(全文|整部草案|整个草案|whole)$/iu.test(folded))
    return { id: null }
  for (const { id } of walkProvisions(provisions)) if (clauseCode(id) === folded) return { id }
  const cited = findProvision(provisions, text)
  return cited ? { id: cited.id } : 'unknown'
}
