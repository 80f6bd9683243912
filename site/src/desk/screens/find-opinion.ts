import type { OfficeOpinion } from '#contract/office-api.ts'
import { office } from '../api/office.ts'
import { articleIdOf } from '../rules/decision-check.ts'

/** The opinion as it stands now, with a colleague's decision; read through its article's list, page by page. */
export async function findOpinion(
  consultationId: string,
  opinion: Pick<OfficeOpinion, 'id' | 'provisionId'>,
): Promise<OfficeOpinion | undefined> {
  const article = opinion.provisionId === null ? 'whole' : articleIdOf(opinion.provisionId)
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof office.opinions>> = await office.opinions(
      consultationId,
      { article },
      { limit: 200, ...(cursor === '' ? {} : { cursor }) },
    )
    const found = page.opinions.find(({ id }) => id === opinion.id)
    if (found) return found
    cursor = page.cursor
  }
  return undefined
}
