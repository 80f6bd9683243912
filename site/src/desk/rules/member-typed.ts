import type { MemberInput } from '#contract/office-api.ts'
import type { ContactPoint, Station } from '#core/contact-point.ts'
import { isBoundToPoint, type Member, type Role } from '#core/member.ts'
import type { Written } from '../api/written.ts'

/** The form of a member as typed; '' is nothing yet. */
export interface MemberTyped {
  id: string
  name: string
  subject: string
  role: Role | ''
  contactPointId: string
  stationId: string
  active: boolean
}

export function typedMember(member: Member | undefined): MemberTyped {
  return {
    id: member?.id ?? '',
    name: member?.name ?? '',
    subject: member?.subject ?? '',
    role: member?.role ?? '',
    contactPointId: member?.contactPointId ?? '',
    stationId: member?.stationId ?? '',
    active: member?.active ?? true,
  }
}

/** Whether a contact point must be named; not before a role is. */
export function needsPoint(role: Role | ''): boolean {
  return role !== '' && isBoundToPoint(role)
}

/** Stations a collector may work at; a closed one stays with whoever is there already. */
export function stationsFor(typed: MemberTyped, points: readonly ContactPoint[]): Station[] {
  if (typed.role !== 'collector') return []
  const stations = points.find(({ id }) => id === typed.contactPointId)?.stations ?? []
  return stations.filter(({ id, closedOn }) => closedOn === undefined || id === typed.stationId)
}

/** What is stored; `undefined` while no role is chosen. */
export function memberInput(typed: MemberTyped): Written<typeof MemberInput> | undefined {
  const { name, subject, role, active, contactPointId, stationId } = typed
  if (role === '') return undefined
  return {
    name,
    subject,
    role,
    active,
    ...(isBoundToPoint(role) ? { contactPointId } : {}),
    ...(role === 'collector' && stationId !== '' ? { stationId } : {}),
  }
}
