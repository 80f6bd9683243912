import type { Collector } from './collector.ts'
import type { World } from './world.ts'

/** The engine on this device. Resolves as soon as the device's storage is open; waits for no network. */
export async function createCollector(_world: World): Promise<Collector> {
  return Promise.reject(new Error('the engine is being built'))
}
