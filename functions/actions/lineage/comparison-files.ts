import { comparisonFileNames, type PublishedComparison } from '#contract/published.ts'
import { canonicalJson } from '#core/log/commitment.ts'
import type { DraftMeta } from '#core/bill.ts'
import { draftPairs } from '#core/draft/draft-pairs.ts'
import type { Deps } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { exportComparison } from './export-comparison.ts'
import { findLineage } from './find-lineage.ts'
import { namedCauses } from './named-causes.ts'

/** Raised when the document's layout or the way drafts are aligned changes, so that every file is written anew. */
const layout = 2

type FileDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes' | 'published'>

/**
 * The comparison 修改前后对照表 of any two released drafts of a bill (oldest first) as a Word file for everybody: file
 * names of the manifest and where each stands. A file is written once and kept while its texts, its lineage and its
 * causes are the same; `shown` are the files published now.
 */
export async function comparisonFiles(
  deps: FileDeps,
  released: readonly DraftMeta[],
  shown: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  // One after the other: a comparison of two codes is some megabytes while it is written.
  for (const { from, to, between } of draftPairs(released)) {
    const names = comparisonFileNames(from.id, to.id)
    const inputs = await inputsOf(deps, from, to, between)
    const [factsKey, documentKey] = [shown[names.facts], shown[names.document]]
    const facts = factsKey && documentKey && ((await deps.published.read(factsKey)) as PublishedComparison)
    if (factsKey && documentKey && facts && facts.inputs === inputs)
      Object.assign(files, { [names.facts]: factsKey, [names.document]: documentKey })
    else Object.assign(files, await writeFiles(deps, { from, to, names, inputs }))
  }
  return files
}

async function writeFiles(
  { published, ...deps }: FileDeps,
  {
    from,
    to,
    names,
    inputs,
  }: {
    from: DraftMeta
    to: DraftMeta
    names: { facts: string; document: string }
    inputs: string
  },
): Promise<Record<string, string>> {
  const { fileName, chunks } = await exportComparison(deps, 'public', from.id, to.id)
  const parts: Uint8Array[] = []
  // Chunks may share memory: each is copied before the next is asked for.
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk))
  const bytes = Buffer.concat(parts)
  const facts: PublishedComparison = {
    billId: to.billId,
    fromDraftId: from.id,
    toDraftId: to.id,
    fileName,
    bytes: bytes.byteLength,
    inputs,
  }
  return {
    [names.facts]: await published.append(facts),
    [names.document]: await published.appendBytes(bytes, 'docx'),
  }
}

/** A name for everything the document says. */
async function inputsOf(
  deps: FileDeps,
  from: DraftMeta,
  to: DraftMeta,
  between: readonly DraftMeta[],
): Promise<string> {
  const [lineage, causes] = await Promise.all([
    findLineage(deps, from, to),
    namedCauses(deps, from, to, between),
  ])
  const shape = ({ textHash, stage, datedOn }: DraftMeta) => ({ textHash, stage, datedOn })
  const says = {
    layout,
    from: shape(from),
    to: { ...shape(to), title: to.title },
    links: lineage?.links.map((link) => ({ from: link.from, to: link.to })) ?? null,
    between: between.map(shape),
    causes,
  }
  return sha256(new TextEncoder().encode(canonicalJson(says))).toString('base64url')
}
