import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { readShownBuild, removeOtherBuilds, writeShownBuild, type ShownBuild } from './shown-build.ts'
import { openSiteFiles } from './site-files.ts'
import type { ShownSite } from './static-server.ts'

/** What readers see: the last good build, from the first moment after a restart, swapped at once for the next. */
export class SiteShow {
  readonly site: ShownSite = { current: undefined, previous: undefined }
  /** `…/site` in the data folder. */
  readonly folder: string
  #build: ShownBuild | undefined

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
  }

  get build(): ShownBuild | undefined {
    return this.#build
  }

  /** Shows the last good build, if there is one; needs no engine. */
  async showLast(): Promise<void> {
    const last = readShownBuild(this.folder)
    removeOtherBuilds(this.folder, [last?.folder])
    if (last !== undefined) await this.#swap(last)
  }

  /** Shows a finished build; the one before stays on disk for pages still open in a browser. */
  async show(build: ShownBuild): Promise<void> {
    const before = this.#build?.folder
    await this.#swap(build)
    writeShownBuild(this.folder, build)
    removeOtherBuilds(this.folder, [build.folder, before])
  }

  async #swap(build: ShownBuild): Promise<void> {
    const files = await openSiteFiles(path.join(this.folder, build.folder))
    this.site.previous = this.site.current
    this.site.current = files
    this.#build = build
  }
}
