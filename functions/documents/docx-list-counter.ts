import { isKnownFormat, writeListNumber } from './docx-number-formats.ts'
import type { DocxNumbering, ListDefinition, ListLevel } from './docx-numbering.ts'
import type { DocxStyles } from './docx-styles.ts'

/** What a paragraph says of its own numbering. */
export interface ParagraphNumbering {
  style?: string
  numId?: string
  level?: number
}

/** A number as Word shows it, with what separates it from the words; `''` for a paragraph without one. */
export interface ListLabel {
  label: string
  isBullet: boolean
  /** Set when the number's format is unknown and digits were written instead. */
  unknownFormat?: string
}

/** Counts a document's lists, paragraph by paragraph in reading order, as Word does (ISO/IEC 29500-1 §17.9). */
export class DocxListCounter {
  readonly #styles: DocxStyles
  readonly #numbering: DocxNumbering
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #restarted = new Set<string>()

  constructor(styles: DocxStyles, numbering: DocxNumbering) {
    this.#styles = styles
    this.#numbering = numbering
  }

  next(paragraph: ParagraphNumbering): ListLabel {
    const place = this.#styles.place(paragraph)
    const list = place && this.#numbering.find(place.numId, (id) => this.#styles.listOf(id))
    if (!place || !list) return none
    const at = levelOf(list, place.styles) ?? place.level ?? 0
    const level = list.levels.get(at)
    if (!level) return none
    this.#count(list, place.numId, at, level)
    if (level.format === 'bullet') return { label: '', isBullet: true }
    return this.#write(list, at, level)
  }

  #count(list: ListDefinition, numId: string, at: number, level: ListLevel): void {
    const counts = this.#counts.get(list.key) ?? []
    this.#counts.set(list.key, counts)
    const restart = list.restarts.get(at)
    const first = `${numId}:${at}`
    if (restart !== undefined && !this.#restarted.has(first)) counts[at] = restart - 1
    this.#restarted.add(first)
    counts[at] = (counts[at] ?? (restart ?? level.start) - 1) + 1
    for (let deeper = at + 1; deeper < counts.length; deeper += 1) {
      const after = list.levels.get(deeper)?.restartAfter
      if (after === undefined || at < after) counts[deeper] = undefined
    }
  }

  #write(list: ListDefinition, at: number, level: ListLevel): ListLabel {
    const counts = this.#counts.get(list.key) ?? []
    let unknownFormat: string | undefined
    const number = level.pattern.replace(/%([1-9])/g, (_, place: string) => {
      const other = list.levels.get(Number(place) - 1)
      if (!other || Number(place) - 1 > at) return ''
      const format = level.isLegal ? 'decimal' : other.format
      if (!isKnownFormat(format)) unknownFormat = format
      return writeListNumber(counts[Number(place) - 1] ?? other.start, format)
    })
    const gap = { tab: '\t', space: ' ', nothing: '' }[level.suffix]
    return {
      label: number === '' ? '' : number + gap,
      isBullet: false,
      ...(unknownFormat === undefined ? {} : { unknownFormat }),
    }
  }
}

const none: ListLabel = { label: '', isBullet: false }

/** The level that names one of these styles as its own. */
function levelOf(list: ListDefinition, styles: readonly string[]): number | undefined {
  for (const style of styles)
    for (const [place, level] of list.levels) if (level.style === style) return place
  return undefined
}
