import { openTemporaryFile, type TemporaryFile } from './temporary-file.ts'

/** Bytes of lines kept in memory before all shelves are written out. */
const heldBytes = 4_000_000
/** Numbers of one shelf: what is read back at once, some megabytes. */
const perShelf = 4096

interface Shelf {
  held: Buffer[]
  /** Where its lines are in the file: offset and length, one after the other. */
  places: number[]
}

/**
 * Texts set aside under numbers from 0 in any order, and read back by number: in ascending order each part of the
 * temporary file is read once. Of a million texts a few thousand are in memory. One call at a time; a text must hold no
 * line break.
 */
export class NumberedSpool {
  readonly #temporary: TemporaryFile
  readonly #shelves: Shelf[] = []
  #heldBytes = 0
  #end = 0
  /** The shelf that was asked for last. */
  #read: { shelf: number; texts: Map<number, string> } | undefined

  private constructor(temporary: TemporaryFile) {
    this.#temporary = temporary
  }

  static async open(): Promise<NumberedSpool> {
    return new NumberedSpool(await openTemporaryFile())
  }

  /** Sets a text aside; a number already there gets this one. */
  async add(number: number, text: string): Promise<void> {
    const line = Buffer.from(`${number} ${text}\n`)
    this.#shelfAt(Math.floor(number / perShelf)).held.push(line)
    this.#heldBytes += line.length
    this.#read = undefined
    if (this.#heldBytes >= heldBytes) await this.#writeOut()
  }

  async get(number: number): Promise<string | undefined> {
    const shelf = Math.floor(number / perShelf)
    if (this.#read?.shelf !== shelf) this.#read = { shelf, texts: await this.#textsOf(shelf) }
    return this.#read.texts.get(number)
  }

  close(): Promise<void> {
    return this.#temporary.close()
  }

  #shelfAt(at: number): Shelf {
    while (this.#shelves.length <= at) this.#shelves.push({ held: [], places: [] })
    return this.#shelves[at] as Shelf
  }

  async #writeOut(): Promise<void> {
    for (const shelf of this.#shelves) {
      if (shelf.held.length === 0) continue
      const bytes = Buffer.concat(shelf.held)
      shelf.held = []
      await this.#temporary.file.write(bytes, 0, bytes.length, this.#end)
      shelf.places.push(this.#end, bytes.length)
      this.#end += bytes.length
    }
    this.#heldBytes = 0
  }

  async #textsOf(at: number): Promise<Map<number, string>> {
    await this.#writeOut()
    const { places } = this.#shelfAt(at)
    const texts = new Map<number, string>()
    for (let part = 0; part < places.length; part += 2) {
      const bytes = Buffer.alloc(places[part + 1] as number)
      const { bytesRead } = await this.#temporary.file.read(bytes, 0, bytes.length, places[part] as number)
      if (bytesRead < bytes.length) throw new Error('the temporary file ends too early')
      for (const line of bytes.toString('utf8', 0, bytes.length - 1).split('\n')) {
        const space = line.indexOf(' ')
        texts.set(Number(line.slice(0, space)), line.slice(space + 1))
      }
    }
    return texts
  }
}
