import { ContactPoint } from '#core/contact-point.ts'
import type { ContactPoints } from '#core/ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Contact points 基层立法联系点 on the table `desk`. */
export function makeContactPoints(desk: Desk): ContactPoints {
  return {
    list: () => desk.list(ContactPoint, deskKeys.contactPoints),
    get: (id) => desk.get(ContactPoint, deskKeys.contactPoint(id)),
    put: (contactPoint, readRev) => desk.put(deskKeys.contactPoint(contactPoint.id), contactPoint, readRev),
  }
}
