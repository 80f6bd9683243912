import { EngineError } from './engine-error.ts'
import { putOver, type RecordKind, type Row, type Shelf } from './shelf.ts'
import { openValue, sealValue, type Vault } from './vault.ts'

interface Held {
  kind: RecordKind
  rev: number
  value: unknown
}

/**
 * One member's records: encrypted on the shelf, open in memory while the member works. The shelf is the truth; every
 * write compares revisions there, so that two tabs never lose each other's change.
 */
export class Records {
  readonly #shelf: Shelf
  readonly vault: Vault
  readonly #held = new Map<string, Held>()
  readonly #lines = new Map<string, Promise<unknown>>()
  readonly #onChange: (keys: string[]) => void
  #closed = false

  constructor(shelf: Shelf, vault: Vault, onChange: (keys: string[]) => void) {
    this.#shelf = shelf
    this.vault = vault
    this.#onChange = onChange
  }

  /** Reads and opens what this member's rows have newer than memory; a row that does not open is left where it is. */
  async load(): Promise<void> {
    const rows = await this.#shelf.getAllFromIndex('records', 'byMember', this.vault.memberId)
    for (let at = 0; at < rows.length; at += 200)
      await Promise.all(rows.slice(at, at + 200).map((row) => this.#hold(row)))
  }

  /**
   * Reads what memory does not have, and anew what it takes to be of this kind: of the rest, which is most of a device,
   * only the keys are read.
   */
  async refresh(isWanted: (kind: RecordKind, value: unknown) => boolean): Promise<void> {
    const keys = await this.#shelf.getAllKeysFromIndex('records', 'byMember', this.vault.memberId)
    const wanted = keys.filter((key) => {
      const held = this.#held.get(key)
      return held === undefined || isWanted(held.kind, held.value)
    })
    for (let at = 0; at < wanted.length; at += 200) await this.reload(wanted.slice(at, at + 200))
  }

  /** Another tab wrote these. */
  async reload(keys: readonly string[]): Promise<void> {
    const { store } = this.#shelf.transaction('records')
    const rows = await Promise.all(keys.map((key) => store.get(key)))
    await Promise.all(
      rows.map(async (row, at) => {
        if (row?.memberId === this.vault.memberId) await this.#hold(row)
        else this.#held.delete(keys[at] as string)
      }),
    )
  }

  close(): void {
    this.#closed = true
    this.#held.clear()
  }

  list<T>(kind: RecordKind): T[] {
    const found: T[] = []
    for (const held of this.#held.values()) if (held.kind === kind) found.push(held.value as T)
    return found
  }

  find<T>(key: string): T | undefined {
    return this.#held.get(key)?.value as T | undefined
  }

  /** A new record; `code-in-use` when the device holds one under this key, this member's or another's. */
  async add(kind: RecordKind, key: string, value: unknown): Promise<void> {
    await this.#inOrder(key, async () => {
      const row = await sealValue(this.vault, { key, kind }, 1, value)
      if (!(await putOver(this.#shelf, row, 0))) throw new EngineError('code-in-use')
      this.#keep(key, { kind, rev: 1, value })
    })
  }

  /** Puts a record whether or not it is there. */
  async put(kind: RecordKind, key: string, value: unknown): Promise<void> {
    if (this.#held.has(key)) await this.change(key, () => value)
    else await this.add(kind, key, value)
  }

  /** Changes a record, in order with other changes of it; `edit` answers `undefined` to leave it, and may run again. */
  async change<T>(key: string, edit: (value: T) => T | undefined): Promise<T> {
    return this.#inOrder(key, async () => {
      for (;;) {
        const held = this.#held.get(key)
        if (this.#closed) throw new EngineError('locked')
        if (held === undefined) throw new EngineError('not-found')
        const value = edit(held.value as T)
        if (value === undefined) return held.value as T
        const rev = held.rev + 1
        const row = await sealValue(this.vault, { key, kind: held.kind }, rev, value)
        if (await putOver(this.#shelf, row, held.rev)) {
          this.#keep(key, { kind: held.kind, rev, value })
          return value
        }
        await this.reload([key])
      }
    })
  }

  async remove(key: string): Promise<void> {
    await this.#inOrder(key, async () => {
      await this.#shelf.delete('records', key)
      this.#held.delete(key)
      this.#onChange([key])
    })
  }

  #keep(key: string, held: Held): void {
    if (this.#closed) return
    this.#held.set(key, held)
    this.#onChange([key])
  }

  async #hold(row: Row): Promise<void> {
    const { key, kind, rev } = row
    const isKnown = () => (this.#held.get(key)?.rev ?? 0) >= rev
    if (isKnown()) return
    try {
      const value = await openValue(this.vault, row)
      if (!this.#closed && !isKnown()) this.#held.set(key, { kind, rev, value })
    } catch {
      // damaged on the disk: nothing to show, and nothing of it is thrown away
    }
  }

  /** One write after another for each key, whatever became of the one before. */
  #inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new EngineError('locked'))
    const before = this.#lines.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const line = mine.then(
      () => undefined,
      () => undefined,
    )
    this.#lines.set(key, line)
    void line.then(() => this.#lines.get(key) === line && this.#lines.delete(key))
    return mine
  }
}
