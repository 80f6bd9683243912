import type { World } from './world.ts'

/**
 * Says on the installed app's icon how many wait. Without their PIN a person's records are not even counted, so while the
 * device is locked the last number stays: they are still here.
 */
export class IconBadge {
  readonly #badge: World['badge']
  #shown: number | undefined

  constructor({ badge }: World) {
    this.#badge = badge
  }

  show(waiting: number): void {
    if (this.#badge === undefined || waiting === this.#shown) return
    this.#shown = waiting
    this.#badge(waiting)
  }
}
