import * as z from 'zod'
import type { EnrolmentCodes } from '#core/collecting/collect-ports.ts'
import { ContactPointId, DeviceId } from '#core/ids.ts'
import { sha256 } from '#core/sha256.ts'
import { Instant } from '#core/time.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredCode = z.strictObject({
  contactPointId: ContactPointId,
  expiresAt: Instant,
  usedBy: DeviceId.optional(),
})

/** A copy of the table enrols no device. */
const keyOf = (code: string) =>
  deskKeys.enrolmentCode(sha256(`kaimen enrolment v1\0${code}`).toString('base64url'))

/** One-time codes on the table `desk`, removed by its TTL; an expired one that still stands is absent. */
export function makeEnrolmentCodes(desk: Desk): EnrolmentCodes {
  return {
    append: (code, made) => {
      const expiresAtSeconds = Math.ceil(Date.parse(made.expiresAt) / 1000)
      return desk.append(keyOf(code), { ...made, expiresAtSeconds })
    },
    use: async (code, deviceId, now) => {
      const key = keyOf(code)
      const held = await desk.find(StoredCode, key)
      if (held === undefined || held.expiresAt <= now) return undefined
      const { usedBy: _usedBy, ...made } = held
      let isTaken = false
      const rule = {
        expression: 'attribute_exists(pk) AND (attribute_not_exists(usedBy) OR usedBy = :device)',
        values: { ':device': deviceId },
      }
      const expiresAtSeconds = Math.ceil(Date.parse(made.expiresAt) / 1000)
      const item = { ...made, usedBy: deviceId, expiresAtSeconds, ...key }
      await desk.putUnder(item, rule, () => {
        isTaken = true
      })
      return isTaken ? undefined : made
    },
  }
}
