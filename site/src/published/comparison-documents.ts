import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparisonFileNames, type PublishedComparison } from '#contract/published.ts'
import { published, settings } from './portal.ts'

/** The comparison of two texts as a Word file, as published; `undefined` when there is none. */
export function comparisonDocument(fromDraftId: string, toDraftId: string): PublishedComparison | undefined {
  return published.comparisons.get(`${fromDraftId}..${toDraftId}`)
}

/** Every published comparison file. */
export function comparisonDocuments(): PublishedComparison[] {
  return [...published.comparisons.values()]
}

/** Its bytes, exactly as the office wrote them. */
export function documentBytes({ fromDraftId, toDraftId }: PublishedComparison): Uint8Array<ArrayBuffer> {
  const { document } = comparisonFileNames(fromDraftId, toDraftId)
  return Uint8Array.from(readFileSync(join(settings.publishedDirectory, document)))
}
