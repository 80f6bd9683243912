import { signCheckpoint } from '#core/log/checkpoint.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import { PortalError } from '#core/portal-error.ts'
import { testKeys } from './test-keys.ts'

/** What stands in the stores when every process is dead, and everything that was ever written there. */
export interface StoredWorld {
  objects: Map<string, Uint8Array>
  heads: Map<string, LogState>
  /** Every version of every public checkpoint, in order of writing. */
  checkpoints: string[]
  /** Every head ever committed. */
  commits: LogState[]
}

export function emptyWorld(): StoredWorld {
  return { objects: new Map(), heads: new Map(), checkpoints: [], commits: [] }
}

/** When a process dies: at its `atWrite`th write, which still happens (`isWritten`) or does not. */
export interface Death {
  atWrite: number
  isWritten: boolean
}

/** A process's way to the world: it may be slow, and once it has died it does nothing any more. */
export interface ProcessStore extends LogStore {
  hasDied(): boolean
}

/**
 * A log store in memory for one process. `pace` says how many turns of the event loop each call waits, so
 * that processes overtake each other; DynamoDB's condition and S3's read-after-write are kept.
 */
export function openProcess(world: StoredWorld, pace: () => number, death?: Death): ProcessStore {
  let writes = 0
  let isDead = false
  const turn = async () => {
    for (let waits = pace(); waits > 0; waits -= 1) await Promise.resolve()
    if (isDead) throw new Error('this process is dead')
  }
  const write = async <T>(act: () => T): Promise<T> => {
    await turn()
    writes += 1
    if (writes !== death?.atWrite) return act()
    isDead = true
    if (death.isWritten) act()
    throw new Error('killed')
  }
  return {
    hasDied: () => isDead,
    objects: {
      find: async (key) => {
        await turn()
        return world.objects.get(key)
      },
      put: (key, bytes) =>
        write(() => {
          world.objects.set(key, bytes.slice())
          if (key.endsWith('/checkpoint')) world.checkpoints.push(new TextDecoder().decode(bytes))
        }),
      remove: (keys) => write(() => keys.forEach((key) => world.objects.delete(key))),
    },
    find: async (c) => {
      await turn()
      return structuredClone(world.heads.get(c))
    },
    commit: (c, state, readRev) =>
      write(() => {
        const { rev } = world.heads.get(c) ?? { rev: 0 }
        if (rev !== readRev) throw new PortalError('changed-meanwhile', { rev })
        const next = structuredClone({ ...state, rev: readRev + 1 })
        world.heads.set(c, next)
        world.commits.push(next)
        return next
      }),
    signCheckpoint: (c, size, root) =>
      signCheckpoint({ origin: `test.example/log/${c}`, size, root }, testKeys),
  }
}
