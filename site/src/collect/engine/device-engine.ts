import type { Access, Collector, Standing, Trouble } from './collector.ts'
import { renewPin, signIn, type CameIn } from './come-in.ts'
import { EditLocks } from './edit-locks.ts'
import { EngineError } from './engine-error.ts'
import { IconBadge } from './icon-badge.ts'
import { enrol, fetchKit, keepKit, kitOf, type HeardKit } from './kit.ts'
import type { MemberWork, WorkParts } from './member-work.ts'
import type { Members } from './members.ts'
import { Records } from './records.ts'
import { Sender, type SenderParts } from './sender.ts'
import type { Shelf } from './shelf.ts'
import { standingOf, waitingIn } from './standing.ts'
import type { StorageState } from './storage-state.ts'
import { sweepPieces } from './sweep-pieces.ts'
import type { TabMessage } from './tab-message.ts'
import { Tidings } from './tidings.ts'
import type { Vault } from './vault.ts'
import type { World } from './world.ts'

/** Somebody who has just come in may have more to do first. */
const soonMs = 1_000

/** One device's collector: who is at work, and the sender; what they do with their records is `memberWork`. */
export class DeviceEngine implements Omit<Collector, keyof MemberWork> {
  readonly #world: World
  readonly #shelf: Shelf
  readonly #members: Members
  readonly #storage: StorageState
  readonly #sender: Sender
  readonly #edits: EditLocks
  readonly #tidings: Tidings
  readonly #icon: IconBadge
  #records: Records | undefined

  constructor(world: World, shelf: Shelf, members: Members, storage: StorageState) {
    this.#world = world
    this.#shelf = shelf
    this.#members = members
    this.#storage = storage
    this.#edits = new EditLocks(world)
    this.#tidings = new Tidings(world)
    this.#icon = new IconBadge(world)
    this.#sender = new Sender(this.#senderParts())
  }

  async start(): Promise<void> {
    await this.#sender.load()
    this.#storage.notice(this.#members.access.state !== 'empty')
    await this.#storage.measure()
    this.#tidings.hear((message) => void this.#hear(message))
    this.#world.onWake(() => this.#wake())
    this.#world.updates?.onChange(() => this.#tidings.tellHere())
    await sweepPieces(this.#world, this.#shelf).catch(() => undefined)
  }

  /** What the work of whoever is there stands on. */
  get workParts(): WorkParts {
    return {
      world: this.#world,
      shelf: this.#shelf,
      device: this.#members.device,
      sender: this.#sender,
      edits: this.#edits,
      mine: () => this.#mine(),
    }
  }

  gone(): void {
    this.#close()
    this.#storage.gone()
    this.#tidings.tellHere()
  }

  access(): Access {
    const held = this.#records && kitOf(this.#records)
    if (held === undefined) return this.#members.access
    const { id, name } = held.kit.member
    return { state: 'open', memberId: id, name, kit: held.kit, kitAt: held.kitAt }
  }

  standing(): Standing {
    const updateWaiting = this.#world.updates?.isWaiting()
    const standing = standingOf(this.#records, this.#sender, this.#storage.now, updateWaiting)
    // Asked at every drawing, so never far behind.
    if (this.#records !== undefined) this.#icon.show(standing.unsent + standing.unsentOther)
    return standing
  }

  watch(onChange: () => void): () => void {
    return this.#tidings.watch(onChange)
  }

  async signInHere(pin: string): ReturnType<Collector['signInHere']> {
    return this.#enter(await signIn(this.#world, this.#members, pin))
  }

  async renewPin(pin: string): ReturnType<Collector['renewPin']> {
    return this.#enter(await renewPin(this.#world, this.#members, pin))
  }

  async unlock(memberId: string, pin: string): Promise<boolean> {
    const vault = await this.#members.unlock(memberId, pin)
    await (vault === undefined ? this.#tidings.tellHere() : this.#open(vault))
    return vault !== undefined
  }

  async lock(): Promise<void> {
    this.#close()
    this.#tidings.tellTabs({ kind: 'locked' })
    this.#tidings.tellHere()
  }

  async refreshKit(): ReturnType<Collector['refreshKit']> {
    const records = this.#mine()
    const heard = await fetchKit(this.#world)
    if (!heard.ok) return this.#missed(heard.trouble)
    if (heard.body.member.id !== records.vault.memberId) return this.#missed('signed-out')
    const missing = await this.#take(records, heard)
    return missing === undefined ? { ok: true } : this.#missed(missing)
  }

  send(): Promise<void> {
    return this.#sender.now()
  }

  acknowledgeWiped(): void {
    this.#storage.acknowledgeWiped(this.#members.access.state !== 'empty')
    this.#tidings.tellHere()
  }

  async applyUpdate(): Promise<void> {
    await this.#world.updates?.apply()
  }

  #senderParts(): SenderParts {
    return {
      world: this.#world,
      shelf: this.#shelf,
      deviceId: this.#members.device.id,
      records: () => this.#records,
      countWaiting: () => waitingIn(this.#records),
      onChange: () => this.#tidings.tellHere(),
      tell: (message) => this.#tidings.tellTabs(message),
    }
  }

  #mine(): Records {
    if (this.#records === undefined) throw new EngineError('locked')
    return this.#records
  }

  /** The earlier person's records are closed before the next one's are read (row 16). */
  async #open(vault: Vault, before?: (records: Records) => Promise<unknown>): Promise<void> {
    this.#close()
    const records: Records = new Records(this.#shelf, vault, (keys) => {
      this.#tidings.tellTabs({ kind: 'changed', memberId: vault.memberId, keys })
      if (this.#records === records) this.#tidings.tellHere()
    })
    await records.load()
    await before?.(records)
    this.#records = records
    this.#tidings.tellTabs({ kind: 'members' })
    this.#tidings.tellHere()
    this.#sender.soon(soonMs)
  }

  async #enter(came: CameIn): ReturnType<Collector['signInHere']> {
    if ('trouble' in came) return this.#missed(came.trouble)
    if ('pin' in came) return { ok: false, trouble: came.pin }
    await this.#open(came.vault, (records) => this.#take(records, came.heard))
    return { ok: true }
  }

  #close(): void {
    this.#sender.stop()
    this.#edits.releaseAll()
    this.#records?.close()
    this.#records = undefined
  }

  async #take(records: Records, heard: HeardKit): Promise<Trouble | undefined> {
    const kit = heard.body
    this.#sender.heard(kit.serverTime, heard.sentAtMs, heard.heardAtMs)
    await this.#storage.begin()
    const missing = await keepKit(this.#world, records, kit)
    await enrol(this.#world, this.#members.device)
    this.#tidings.tellHere()
    return missing
  }

  #missed(trouble: Trouble): { ok: false; trouble: Trouble } {
    this.#sender.missed(trouble)
    this.#tidings.tellHere()
    return { ok: false, trouble }
  }

  #wake(): void {
    if (this.#records !== undefined) this.#sender.wake()
    this.#tidings.tellHere()
  }

  async #hear(message: TabMessage): Promise<void> {
    if (message.kind === 'locked') this.#close()
    if (message.kind === 'members') await this.#members.load()
    if (message.kind === 'changed' && message.memberId === this.#records?.vault.memberId)
      await this.#records.reload(message.keys)
    if (message.kind === 'free') await this.#sender.learn(message.network)
    if (message.kind === 'send' || (message.kind === 'free' && waitingIn(this.#records) > 0))
      this.#sender.soon(0)
    this.#tidings.tellHere()
  }
}
