import type { OfficeOpinion } from '#contract/office-api.ts'
import { office } from '../../api/office.ts'

/** The opinion as it stands now, with a colleague's decision. */
export async function findOpinion(
  consultationId: string,
  { id }: Pick<OfficeOpinion, 'id'>,
): Promise<OfficeOpinion | undefined> {
  const { opinions } = await office.opinions(consultationId, {}, { limit: 1, at: id })
  return opinions.find((opinion) => opinion.id === id)
}
