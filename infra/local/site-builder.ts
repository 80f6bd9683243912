import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Clock, Consultations, PublishedFiles } from '#core/ports.ts'
import { buildSite } from './build-site.ts'
import { writePublishedFolder } from './published-folder.ts'
import { nextTurn } from './schedule.ts'
import { readShownBuild, removeOtherBuilds, writeShownBuild, type ShownBuild } from './shown-build.ts'
import { openSiteFiles } from './site-files.ts'
import { siteSourceFingerprint } from './site-source.ts'
import type { ShownSite } from './static-server.ts'

export interface SiteBuilderDeps {
  published: PublishedFiles
  consultations: Pick<Consultations, 'list'>
  clock: Clock
  utcOffsetMinutes: number
  origin: string
  /** `…/site` in the data folder. */
  folder: string
  say: (sentence: string) => void
}

const settleMs = 150
const longestTimerMs = 2 ** 31 - 1

/**
 * Keeps the shown site in step with what is published: builds aside, swaps at once, one build at a time, once
 * more when the publication moved meanwhile. A build that fails changes nothing for readers.
 */
export class SiteBuilder {
  readonly shown: ShownSite = { current: undefined, previous: undefined }
  readonly #deps: SiteBuilderDeps
  readonly #stop = new AbortController()
  #build: ShownBuild | undefined
  #building: Promise<void> | undefined
  #wanted = false
  #timer: NodeJS.Timeout | undefined

  constructor(deps: SiteBuilderDeps) {
    this.#deps = deps
    mkdirSync(deps.folder, { recursive: true })
  }

  /** Shows the last good build, if there is one; readers need not wait for a new one. */
  async showLast(): Promise<boolean> {
    const last = readShownBuild(this.#deps.folder)
    removeOtherBuilds(this.#deps.folder, [last?.folder])
    if (last === undefined) return false
    await this.#show(last)
    return true
  }

  /** Resolves once what is published now is shown, or a build of it has failed. */
  async catchUp(): Promise<void> {
    this.#wanted = true
    this.#building ??= this.#run().finally(() => (this.#building = undefined))
    return this.#building
  }

  /** Something was published: rebuild soon, together with what follows at once. */
  moved(): void {
    if (!this.#stop.signal.aborted) this.#wakeIn(settleMs)
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    clearTimeout(this.#timer)
    await this.#building
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.catchUp(), Math.min(Math.max(ms, 0), longestTimerMs))
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#stop.signal.aborted) {
      this.#wanted = false
      try {
        await this.#buildOnce()
      } catch (error) {
        if (this.#stop.signal.aborted) return
        this.#deps.say(`The site could not be rebuilt; readers keep the last good build. ${sentence(error)}`)
      }
    }
    if (!this.#stop.signal.aborted) await this.#wakeAtNextTurn()
  }

  async #buildOnce(): Promise<void> {
    const { published, clock, folder, origin } = this.#deps
    const now = clock.now()
    const { files, rev } = await published.manifest()
    const sources = siteSourceFingerprint()
    const last = this.#build
    const same = last?.publication === rev && last.sources === sources && last.origin === origin
    if (rev === 0 || (same && now < last.rightUntil)) return
    const name = `build-${Date.parse(now)}`
    const publishedFolder = path.join(folder, 'published')
    await writePublishedFolder(published, files, publishedFolder)
    const outFolder = path.join(folder, name)
    await buildSite({ publishedFolder, outFolder, now, origin }, this.#stop.signal)
    const rightUntil = await this.#nextTurn(now)
    const build = { folder: name, publication: rev, sources, rightUntil, origin }
    await this.#show(build)
    writeShownBuild(folder, build)
    removeOtherBuilds(folder, [name, last?.folder])
  }

  async #show(build: ShownBuild): Promise<void> {
    const files = await openSiteFiles(path.join(this.#deps.folder, build.folder))
    this.shown.previous = this.shown.current
    this.shown.current = files
    this.#build = build
  }

  async #nextTurn(now = this.#deps.clock.now()) {
    return nextTurn(await this.#deps.consultations.list(), now, this.#deps.utcOffsetMinutes)
  }

  async #wakeAtNextTurn(): Promise<void> {
    const now = this.#deps.clock.now()
    this.#wakeIn(Date.parse(await this.#nextTurn(now)) - Date.parse(now) + settleMs)
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
