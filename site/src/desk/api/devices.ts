import type {
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

/** Calls about devices, what of them was set aside, and files that another person carried. */
export const deviceDesk = {
  list: () => call<DeviceList>('/devices'),
  invite: () => call<EnrolmentInvitation>('/devices/codes', { method: 'POST' }),
  revoke: (deviceId: string) => call<Device>(`/devices/${id(deviceId)}/revoke`, { method: 'POST' }),
  quarantine: () => call<QuarantineList>('/quarantine'),
  settle: (itemId: string, settlement: SettleQuarantined) =>
    call<QuarantineSettlement>(`/quarantine/${id(itemId)}`, { method: 'POST', json: settlement }),
  /** `contactPointId`: for an administrator, whose an unknown device's file is. */
  carried: (file: Blob, contactPointId?: string) =>
    call<SyncAnswer>(`/carried${contactPointId ? `?contactPointId=${id(contactPointId)}` : ''}`, {
      method: 'POST',
      body: file,
      contentType: 'application/json',
    }),
}
