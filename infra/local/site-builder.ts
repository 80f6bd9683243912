import path from 'node:path'
import type { Clock, Consultations, PublishedFiles } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import type { SiteBuild } from './build-site.ts'
import { writePublishedFolder } from './published-folder.ts'
import { nextTurn } from './schedule.ts'
import type { SiteShow } from './site-show.ts'
import { siteSourceFingerprint } from './site-source.ts'

export interface SiteBuilderDeps {
  show: SiteShow
  published: PublishedFiles
  consultations: Pick<Consultations, 'list'>
  clock: Clock
  utcOffsetMinutes: number
  origin: string
  say: (sentence: string) => void
  /** `buildSite`: makes the pages or throws. */
  build: (build: SiteBuild, signal: AbortSignal) => Promise<void>
  /** Done when the clock turned, before building: counts are published anew. */
  atTurn: () => Promise<void>
}

/** What follows at once is built together. */
const settleMs = 150
const longestTimerMs = 2 ** 31 - 1

/**
 * Keeps the shown site in step with what is published: builds aside, one build at a time, once more when the
 * publication moved meanwhile. A build that fails changes nothing for readers.
 */
export class SiteBuilder {
  readonly #deps: SiteBuilderDeps
  readonly #stop = new AbortController()
  #building: Promise<void> | undefined
  #wanted = false
  #soon: NodeJS.Timeout | undefined
  #turn: NodeJS.Timeout | undefined

  constructor(deps: SiteBuilderDeps) {
    this.#deps = deps
  }

  /** Resolves once what is published now is shown, or a build of it has failed. */
  catchUp(): Promise<void> {
    clearTimeout(this.#soon)
    this.#soon = undefined
    this.#wanted = true
    this.#building ??= this.#run().finally(() => (this.#building = undefined))
    return this.#building
  }

  /** Something was published: rebuild soon. */
  moved(): void {
    if (this.#stop.signal.aborted) return
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => void this.catchUp(), settleMs)
  }

  /** The build under way or about to begin, if there is one. */
  coming(): Promise<void> | undefined {
    return this.#soon === undefined ? this.#building : this.catchUp()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    clearTimeout(this.#soon)
    clearTimeout(this.#turn)
    await this.#building
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#stop.signal.aborted) {
      this.#wanted = false
      await this.#buildOnce().catch((error: unknown) => {
        if (this.#stop.signal.aborted) return
        this.#deps.say(this.#failureSentence(error))
      })
      await this.#wakeAtNextTurn()
    }
  }

  #failureSentence(error: unknown): string {
    const shown = this.#deps.show.build === undefined ? '' : ' Readers keep the last good build.'
    return `The site could not be built.${shown} ${error instanceof Error ? error.message : String(error)}`
  }

  async #buildOnce(): Promise<void> {
    const { show, published, clock, origin } = this.#deps
    const now = clock.now()
    const last = show.build
    const turned = last === undefined || now >= last.rightUntil
    if (last !== undefined && turned) await this.#deps.atTurn()
    const { files, rev } = await published.manifest()
    const sources = siteSourceFingerprint()
    const same = last?.publication === rev && last.sources === sources && last.origin === origin
    if (rev === 0 || (same && !turned)) return
    const folder = `build-${Date.parse(now)}`
    const publishedFolder = path.join(show.folder, 'published')
    await writePublishedFolder(published, files, publishedFolder)
    const outFolder = path.join(show.folder, folder)
    await this.#deps.build({ publishedFolder, outFolder, now, origin }, this.#stop.signal)
    await show.show({ folder, publication: rev, sources, rightUntil: await this.#nextTurn(now), origin })
  }

  async #nextTurn(now: Instant): Promise<Instant> {
    return nextTurn(await this.#deps.consultations.list(), now, this.#deps.utcOffsetMinutes)
  }

  /** A failed build is tried again at the next turn or publication, not at once. */
  async #wakeAtNextTurn(): Promise<void> {
    if (this.#stop.signal.aborted) return
    const now = this.#deps.clock.now()
    const ms = Date.parse(await this.#nextTurn(now)) - Date.parse(now) + settleMs
    clearTimeout(this.#turn)
    this.#turn = setTimeout(() => void this.catchUp(), Math.min(ms, longestTimerMs))
  }
}
