import type { Devices } from '#core/collecting/collect-ports.ts'
import { Device } from '#core/collecting/device.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Devices that collect, on the table `desk`. */
export function makeDevices(desk: Desk): Devices {
  return {
    find: (id) => desk.find(Device, deskKeys.device(id)),
    list: () => desk.list(Device, deskKeys.devices),
    put: (device, readRev) => desk.put(deskKeys.device(device.id), device, readRev),
  }
}
