import type { DraftMeta } from '#core/bill.ts'
import { changedArticles, subjectKey } from '#core/lineage/causes.ts'
import { causesAlong, type ExplainedStep, type NamedCause } from '#core/lineage/causes-along.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import type { Deps } from '#core/ports.ts'
import { computedLinks } from './computed-links.ts'
import { findLineage } from './find-lineage.ts'

type CauseDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes'>

/**
 * Why each article changed between two drafts of a bill, as far as it was named (R6): for the two themselves, else on
 * the way along `between`, the drafts the public knows (or will) that stand between them, oldest first.
 */
export async function namedCauses(
  deps: CauseDeps,
  from: DraftMeta,
  to: DraftMeta,
  between: readonly DraftMeta[],
): Promise<NamedCause[]> {
  if (between.length > 0) {
    const chain = [from, ...between, to]
    const steps = await Promise.all(
      chain.slice(1).map((draft, at) => explainedStep(deps, chain[at] ?? from, draft)),
    )
    const own = await deps.causes.listOf(from.id, to.id)
    if (own.length === 0 && steps.every(({ causes }) => causes.length === 0)) return []
    return causesAlong(await linksBetween(deps, from, to), own, steps)
  }
  const [causes, lineage] = await Promise.all([
    deps.causes.listOf(from.id, to.id),
    findLineage(deps, from, to),
  ])
  // A correction may have left a cause without a change; nothing computed ever does.
  const changed = lineage && new Set(changedArticles(lineage.links).map(subjectKey))
  return causes
    .filter((cause) => changed === undefined || changed.has(subjectKey(cause)))
    .map(({ side, provisionId, kind, sentence }) => ({ side, provisionId, kind, sentence }))
}

/** What became of each article between two drafts, as people corrected it, else as computed. */
export async function linksBetween(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  from: DraftMeta,
  to: DraftMeta,
): Promise<readonly LineageLink[]> {
  const lineage = await findLineage(deps, from, to)
  if (lineage !== undefined) return lineage.links
  const [older, newer] = await Promise.all([deps.drafts.text(from.id), deps.drafts.text(to.id)])
  return computedLinks(deps.drafts, older, newer)
}

async function explainedStep(deps: CauseDeps, from: DraftMeta, to: DraftMeta): Promise<ExplainedStep> {
  const [links, causes] = await Promise.all([
    linksBetween(deps, from, to),
    deps.causes.listOf(from.id, to.id),
  ])
  return { fromDraftId: from.id, toDraftId: to.id, links, causes }
}
