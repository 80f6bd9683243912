import { openTemporaryFile, type TemporaryFile } from './temporary-file.ts'

/** Characters kept in memory before all shelves are written out. */
const heldChars = 2_000_000
/** The most that is read back at once. */
const readBytes = 256 * 1024

interface Shelf {
  /** Lines not written yet. */
  held: string[]
  /** Where its lines are: offset and length in bytes, one after the other. */
  places: number[]
}

/**
 * Lines set aside shelf by shelf in a temporary file and read back shelf after shelf: sorting by a few keys without
 * holding anything.
 */
export class RowSpool {
  readonly #temporary: TemporaryFile
  readonly #shelves: Shelf[] = []
  #chars = 0
  #end = 0

  private constructor(temporary: TemporaryFile) {
    this.#temporary = temporary
  }

  /** Opens a spool in the system's temporary folder. */
  static async open(): Promise<RowSpool> {
    return new RowSpool(await openTemporaryFile())
  }

  /** Sets a line aside on a shelf, counted from 0. It must hold no line break. */
  async add(shelf: number, line: string): Promise<void> {
    while (this.#shelves.length <= shelf) this.#shelves.push({ held: [], places: [] })
    this.#shelves[shelf]?.held.push(line)
    this.#chars += line.length
    if (this.#chars >= heldChars) await this.#writeOut()
  }

  /** Every line, shelf after shelf, in the order they were added. */
  async *read(): AsyncGenerator<string> {
    for (const shelf of this.#shelves.keys()) yield* this.readShelf(shelf)
  }

  /** The lines of one shelf, in the order they were added. */
  async *readShelf(shelf: number): AsyncGenerator<string> {
    await this.#writeOut()
    const { places } = this.#shelves[shelf] ?? { places: [] }
    for (let at = 0; at < places.length; at += 2)
      yield* this.#lines(places[at] as number, places[at + 1] as number)
  }

  close(): Promise<void> {
    return this.#temporary.close()
  }

  async #writeOut(): Promise<void> {
    for (const shelf of this.#shelves) {
      if (shelf.held.length === 0) continue
      const bytes = Buffer.from(`${shelf.held.join('\n')}\n`)
      await this.#temporary.file.write(bytes, 0, bytes.length, this.#end)
      shelf.places.push(this.#end, bytes.length)
      this.#end += bytes.length
      shelf.held.length = 0
    }
    this.#chars = 0
  }

  async *#lines(from: number, length: number): AsyncGenerator<string> {
    const memory = Buffer.allocUnsafe(Math.min(length, readBytes))
    let rest = Buffer.alloc(0)
    for (let read = 0; read < length;) {
      const { bytesRead } = await this.#temporary.file.read(
        memory,
        0,
        Math.min(memory.length, length - read),
        from + read,
      )
      if (bytesRead === 0) throw new Error('the temporary file ends too early')
      read += bytesRead
      const bytes = Buffer.concat([rest, memory.subarray(0, bytesRead)])
      const end = bytes.lastIndexOf(10) + 1
      if (end > 0) yield* bytes.toString('utf8', 0, end - 1).split('\n')
      rest = bytes.subarray(end)
    }
  }
}
