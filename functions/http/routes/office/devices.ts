import { Device, DeviceList, EnrolDevice, EnrolmentInvitation } from '#contract/collect-api.ts'
import { DeviceId } from '#core/ids.ts'
import { enrolDevice } from '../../../actions/collecting/enrol-device.ts'
import { inviteDevice } from '../../../actions/collecting/invite-device.ts'
import { listDevices, revokeDevice } from '../../../actions/collecting/manage-devices.ts'
import { answerItem, answerShape } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

/** The devices of a contact point: invited, enrolled, listed, and ended when one is lost. */
export function deviceHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/devices': async (c) =>
      answerShape(c, DeviceList, await listDevices(deps, c.get('member'))),

    'POST /office/api/devices': async (c) => {
      const input = await readJson(c, EnrolDevice)
      const { device, isNew } = await enrolDevice(deps, c.get('member'), input, clock.now())
      return answerItem(c, Device, device, isNew ? 201 : 200)
    },

    'POST /office/api/devices/codes': async (c) =>
      answerShape(c, EnrolmentInvitation, await inviteDevice(deps, c.get('member'), clock.now()), 201),

    'POST /office/api/devices/:deviceId/revoke': async (c) => {
      const id = pathId(c, 'deviceId', DeviceId)
      return answerItem(c, Device, await revokeDevice(deps, c.get('member'), id, clock.now()))
    },
  } satisfies Record<string, OfficeHandler>
}
