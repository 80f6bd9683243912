import type { ConsultationId, MemberId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'

/** The articles one person prepares the answers on: what `mine` means in a list and in a table. */
export async function articlesAssignedTo(
  deps: Pick<Deps, 'assignments'>,
  consultationId: ConsultationId,
  memberId: MemberId,
): Promise<ReadonlySet<string>> {
  const assigned = await deps.assignments.listOf(consultationId)
  return new Set(
    assigned.filter((assignment) => assignment.memberId === memberId).map(({ article }) => article),
  )
}
