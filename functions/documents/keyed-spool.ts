import { openTemporaryFile, type TemporaryFile } from './temporary-file.ts'

/** Bytes kept in memory before they are written out. */
const heldBytes = 2_000_000

/**
 * Texts set aside under a key in a temporary file and read back one by one: of a million, keys and places stay in memory.
 * One call at a time.
 */
export class KeyedSpool {
  readonly #temporary: TemporaryFile
  /** The how-manieth text a key has. */
  readonly #places = new Map<string, number>()
  /** Where each text ends, in bytes: it begins where the one before ends. */
  readonly #ends: number[] = []
  #held: Buffer[] = []
  #written = 0

  private constructor(temporary: TemporaryFile) {
    this.#temporary = temporary
  }

  static async open(): Promise<KeyedSpool> {
    return new KeyedSpool(await openTemporaryFile())
  }

  /** Sets a text aside; a key already there gets this one. */
  async add(key: string, text: string): Promise<void> {
    const bytes = Buffer.from(text)
    const end = (this.#ends.at(-1) ?? 0) + bytes.length
    this.#places.set(key, this.#ends.push(end) - 1)
    this.#held.push(bytes)
    if (end - this.#written >= heldBytes) await this.#writeOut()
  }

  has(key: string): boolean {
    return this.#places.has(key)
  }

  async get(key: string): Promise<string | undefined> {
    const place = this.#places.get(key)
    if (place === undefined) return undefined
    await this.#writeOut()
    const start = this.#ends[place - 1] ?? 0
    const bytes = Buffer.alloc((this.#ends[place] as number) - start)
    const { bytesRead } = await this.#temporary.file.read(bytes, 0, bytes.length, start)
    if (bytesRead < bytes.length) throw new Error('the temporary file ends too early')
    return bytes.toString()
  }

  close(): Promise<void> {
    return this.#temporary.close()
  }

  async #writeOut(): Promise<void> {
    if (this.#held.length === 0) return
    const bytes = Buffer.concat(this.#held)
    this.#held = []
    await this.#temporary.file.write(bytes, 0, bytes.length, this.#written)
    this.#written += bytes.length
  }
}
