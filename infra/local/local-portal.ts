import { makeAccounts } from './accounts.ts'
import { lockDataFolder } from './data-folder.ts'
import { openEngineRoom } from './engine-room.ts'
import { answerAt, makeFrontDoor } from './front-door.ts'
import { makeIdentityProvider } from './identity-provider.ts'
import { listen, stopListening } from './listen.ts'
import { openKeyFile } from './portal-keys.ts'
import type { LocalSettings } from './settings.ts'

export interface LocalPortal {
  close(): Promise<void>
}

/** Opens every part in an order that lets people read as early as possible; closes them in the opposite one. */
export async function openLocalPortal(
  settings: LocalSettings,
  say: (sentence: string) => void,
  stopping: AbortSignal,
): Promise<LocalPortal> {
  const closers: (() => void | Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.toReversed()) await closer()
  }
  try {
    closers.push(lockDataFolder(settings.dataFolder))
    const door = makeFrontDoor(settings.origin)
    const servers = await listen(settings, answerAt(door))
    closers.push(() => stopListening(servers))
    const keys = openKeyFile(settings.dataFolder)
    const accounts = makeAccounts([])
    door.identity = makeIdentityProvider(settings.origin, keys, accounts)
    const engines = await openEngineRoom(settings.dataFolder)
    closers.push(engines.stop)
    stopping.throwIfAborted()
    door.ready = true
    say(`Kaimen is open at ${settings.origin}`)
    return { close }
  } catch (error) {
    await close()
    throw error
  }
}
