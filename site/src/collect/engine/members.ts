import type { Access } from './collector.ts'
import { EngineError } from './engine-error.ts'
import { instantOf } from './on-device.ts'
import { roomFor, type Shelf } from './shelf.ts'
import type { Sealed } from './seal.ts'
import {
  makeDataKey,
  makeDeviceKeys,
  makeLock,
  openLock,
  type DeviceKeys,
  type MemberLock,
  type Vault,
} from './vault.ts'
import type { World } from './world.ts'

/** Wrong PINs before tries are spaced; then 30 s, doubling to an hour. Records are never wiped (row 15). */
const freeTries = 5

/** Whose locks hang on this device. Names are in plain: people must find themselves on the lock screen. */
export class Members {
  readonly #world: World
  readonly #shelf: Shelf
  readonly device: DeviceKeys
  #locks: MemberLock[] = []

  private constructor(world: World, shelf: Shelf, device: DeviceKeys) {
    this.#world = world
    this.#shelf = shelf
    this.device = device
  }

  static async open(world: World, shelf: Shelf): Promise<Members> {
    const made = await makeDeviceKeys(world.crypto)
    const tx = shelf.transaction('device', 'readwrite')
    // Two tabs may open a new device at once: the first keys stay.
    const held = (await tx.store.get('device')) as DeviceKeys | undefined
    if (held === undefined) await tx.store.put(made, 'device')
    await tx.done
    const members = new Members(world, shelf, held ?? made)
    await members.load()
    return members
  }

  async load(): Promise<void> {
    this.#locks = await this.#shelf.getAll('members')
  }

  get access(): Access {
    if (this.#locks.length === 0) return { state: 'empty' }
    const now = this.#world.nowMs()
    const shown = this.#locks.map(({ id, name, notBeforeMs }) => ({
      id,
      name,
      ...(notBeforeMs > now && { notBefore: instantOf(notBeforeMs) }),
    }))
    return { state: 'locked', members: shown }
  }

  has(memberId: string): boolean {
    return this.#locks.some(({ id }) => id === memberId)
  }

  /** Opens a member's vault; `undefined` for a wrong PIN or too soon after several. */
  async unlock(memberId: string, pin: string): Promise<Vault | undefined> {
    const lock = await this.#countTry(memberId)
    if (lock === undefined) return undefined
    const vault = await openLock(this.#world.crypto, this.device, lock, pin)
    if (vault !== undefined) await this.#put({ ...lock, failures: 0, notBeforeMs: 0 })
    return vault
  }

  async add(member: { id: string; name: string }, pin: string, sealingKey: string): Promise<Vault> {
    const raw = makeDataKey(this.#world.crypto)
    const { lock, vault } = await this.#lockOf(member, pin, { raw, sealingKey })
    // Never over a lock that is there: its data key opens that person's records.
    await roomFor(() => this.#shelf.add('members', lock))
    await this.load()
    return vault
  }

  /** The member's data key as it was sealed to the portal; `undefined` on a lock made before there was one. */
  escrowOf(memberId: string): Sealed | undefined {
    return this.#locks.find(({ id }) => id === memberId)?.escrow
  }

  /** A new PIN on the same records: `raw` is their data key as the portal gave it back. */
  async renew(
    member: { id: string; name: string },
    pin: string,
    dataKey: { raw: Uint8Array<ArrayBuffer>; sealingKey: string },
  ): Promise<Vault> {
    const { lock, vault } = await this.#lockOf(member, pin, dataKey)
    await this.#put(lock)
    return vault
  }

  async #lockOf(
    member: { id: string; name: string },
    pin: string,
    dataKey: { raw: Uint8Array<ArrayBuffer>; sealingKey: string },
  ): Promise<{ lock: MemberLock; vault: Vault }> {
    const lock = await makeLock(this.#world.crypto, this.device, member, pin, dataKey)
    const vault = await openLock(this.#world.crypto, this.device, lock, pin)
    if (vault === undefined) throw new EngineError('locked')
    return { lock, vault }
  }

  /** The try is on the disk before it is made: closing the page does not win another. */
  async #countTry(memberId: string): Promise<MemberLock | undefined> {
    const tx = this.#shelf.transaction('members', 'readwrite')
    const lock = await tx.store.get(memberId)
    const now = this.#world.nowMs()
    const isTooSoon = lock === undefined || lock.notBeforeMs > now
    if (!isTooSoon) {
      lock.failures += 1
      const over = lock.failures - freeTries
      lock.notBeforeMs = over < 0 ? 0 : now + Math.min(3_600_000, 30_000 * 2 ** Math.min(over, 10))
      await tx.store.put(lock)
    }
    await tx.done
    await this.load()
    return isTooSoon ? undefined : lock
  }

  async #put(lock: MemberLock): Promise<void> {
    await this.#shelf.put('members', lock)
    await this.load()
  }
}
