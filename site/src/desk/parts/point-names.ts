import type { OfficeConsultation } from '#contract/office-api.ts'
import { office } from '../api/office.ts'
import { useLoaded } from './loading.ts'

/**
 * Names of the contact points a consultation heard from. Those with a task come along with it; one that sent opinions
 * without a task is looked up, so that nobody reads an id.
 */
export function usePointNames({ tasks, tallies }: OfficeConsultation): ReadonlyMap<string, string> {
  const names = new Map(tasks.map((task) => [task.contactPointId as string, task.contactPointName]))
  const isMissing = Object.keys(tallies.byContactPoint).some((id) => !names.has(id))
  const others = useLoaded(async () => isMissing && office.contactPoints(), `points ${isMissing}`)
  if (others.data)
    for (const { id, name } of others.data.contactPoints) if (!names.has(id)) names.set(id, name)
  return names
}
