import type {
  AttachmentAnswer,
  Device,
  DeviceList,
  EnrolmentInvitation,
  QuarantineList,
  QuarantineSettlement,
  SettleQuarantined,
  SyncAnswer,
} from '#contract/collect-api.ts'
import { call } from './call.ts'

const id = encodeURIComponent
/** The portal counts a member's requests by the minute. */
const restMs = 10_000

/** Calls about devices, what of them was set aside, and files that another person carried. */
export const deviceDesk = {
  list: () => call<DeviceList>('/devices'),
  invite: () => call<EnrolmentInvitation>('/devices/codes', { method: 'POST' }),
  revoke: (deviceId: string) => call<Device>(`/devices/${id(deviceId)}/revoke`, { method: 'POST' }),
  quarantine: () => call<QuarantineList>('/quarantine'),
  settle: (itemId: string, settlement: SettleQuarantined) =>
    call<QuarantineSettlement>(`/quarantine/${id(itemId)}`, { method: 'POST', json: settlement }),
  /** The two kinds of lines of a carried file. `contactPointId`: for an administrator, whose an unknown device's file is. */
  carried: (contactPointId: string | undefined) => {
    const post = <T>(path: string, body: Blob) =>
      call<T>(`${path}${contactPointId ? `?contactPointId=${id(contactPointId)}` : ''}`, {
        method: 'POST',
        body,
        contentType: 'application/json',
      })
    return {
      records: (line: Blob) => post<SyncAnswer>('/carried', line),
      piece: (line: Blob) => post<AttachmentAnswer>('/carried/pieces', line),
      rest: () => new Promise<void>((resolve) => setTimeout(resolve, restMs)),
    }
  },
}
