import type { Collector } from './collector.ts'
import { DeviceEngine } from './device-engine.ts'
import { memberWork } from './member-work.ts'
import { Members } from './members.ts'
import { openShelf } from './shelf.ts'
import { StorageState } from './storage-state.ts'
import type { World } from './world.ts'

/** The engine on this device. Resolves as soon as the device's storage is open; waits for no network. */
export async function createCollector(world: World): Promise<Collector> {
  let engine: DeviceEngine | undefined
  const shelf = await openShelf(world.database, () => engine?.gone())
  const members = await Members.open(world, shelf)
  engine = new DeviceEngine(world, shelf, members, new StorageState(world))
  await engine.start()
  return Object.assign(engine, memberWork(engine.workParts))
}
