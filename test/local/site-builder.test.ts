import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PublishedFiles } from '#core/ports.ts'
import { instant } from '#core/time.ts'
import type { SiteBuild } from '../../infra/local/build-site.ts'
import { SiteBuilder, type SiteBuilderDeps } from '../../infra/local/site-builder.ts'
import { SiteShow } from '../../infra/local/site-show.ts'

let folder: string
let builders: SiteBuilder[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaimen-builder-'))
  builders = []
})
afterEach(async () => {
  await Promise.all(builders.map((builder) => builder.stop()))
  await rm(folder, { recursive: true, force: true })
})

/** A publication in memory with one text, and a build that copies it into a page. */
function world(overrides: Partial<SiteBuilderDeps> = {}) {
  const state = { rev: 1, text: '一', nowMs: Date.parse('2026-12-03T00:00:00Z'), builds: [] as SiteBuild[] }
  const said: string[] = []
  const published: PublishedFiles = {
    manifest: async () => ({ files: { 'bills/a.json': `k${state.rev}` }, rev: state.rev }),
    read: async () => ({ text: state.text }),
    append: async () => '',
    appendBytes: async () => '',
    readBytes: async () => new Uint8Array(),
    point: async () => undefined,
  }
  const show = new SiteShow(path.join(folder, 'site'))
  const deps: SiteBuilderDeps = {
    show,
    published,
    consultations: { list: async () => [] },
    clock: { now: () => instant((state.nowMs += 1)) },
    utcOffsetMinutes: 480,
    origin: 'http://localhost:4321',
    say: (sentence) => said.push(sentence),
    build: async (build) => {
      state.builds.push(build)
      const { text } = JSON.parse(
        await readFile(path.join(build.publishedFolder, 'bills/a.json'), 'utf8'),
      ) as { text: string }
      await mkdir(build.outFolder, { recursive: true })
      await writeFile(path.join(build.outFolder, 'index.html'), text)
    },
    atTurn: async () => undefined,
    ...overrides,
  }
  const builder = new SiteBuilder(deps)
  builders.push(builder)
  const page = async (): Promise<string | undefined> => {
    const file = await show.site.current?.find('/')
    return file && (await file.body('identity')).toString()
  }
  return { state, said, show, deps, builder, page }
}

test('what is published is shown, and asking again builds nothing', async () => {
  const { state, builder, page } = world()
  await builder.catchUp()
  expect(await page()).toBe('一')
  await builder.catchUp()
  expect(state.builds).toHaveLength(1)
})

test('before anything is published nothing is built', async () => {
  const { state, builder, page } = world()
  state.rev = 0
  await builder.catchUp()
  expect([state.builds.length, await page()]).toEqual([0, undefined])
})

test('a build that fails leaves readers the last good one and says so', async () => {
  const { state, said, deps, builder, page } = world()
  await builder.catchUp()
  Object.assign(state, { rev: 2, text: '二' })
  deps.build = () => Promise.reject(new Error('a page has no title'))
  await builder.catchUp()
  expect(await page()).toBe('一')
  expect(said.join()).toMatch(/last good build.*a page has no title/)
})

test('a publication that moves during a build is built next, and readers never see half of one', async () => {
  const { state, deps, builder, page } = world()
  const plain = deps.build
  const seen: (string | undefined)[] = []
  deps.build = async (build, signal) => {
    await plain(build, signal)
    seen.push(await page())
    if (state.rev < 3) {
      Object.assign(state, { rev: state.rev + 1, text: `第${state.rev + 1}版` })
      void builder.catchUp()
    }
  }
  await builder.catchUp()
  expect(await page()).toBe('第3版')
  expect(seen).toEqual([undefined, '一', '第2版'])
})

test('a restart shows the last build without building, and throws away half-made ones', async () => {
  const first = world()
  await first.builder.catchUp()
  await first.builder.stop()
  await writeFile(path.join(folder, 'site', 'build-9.txt'), '')
  const second = world({ build: () => Promise.reject(new Error('not needed')) })
  await second.show.showLast()
  expect(await second.page()).toBe('一')
  await second.builder.catchUp()
  expect(second.said).toEqual([])
  expect(existsSync(path.join(folder, 'site', 'build-9.txt'))).toBe(false)
})

test('when the day ends pages are built again, with counts published anew', async () => {
  const { state, deps, builder, page } = world()
  await builder.catchUp()
  deps.atTurn = async () => void Object.assign(state, { rev: 2, text: '新的一天' })
  state.nowMs = Date.parse('2026-12-03T15:59:59.000Z')
  await builder.catchUp()
  expect(await page()).toBe('一')
  state.nowMs = Date.parse('2026-12-03T16:00:00.000Z')
  await builder.catchUp()
  expect(await page()).toBe('新的一天')
  expect(readdirSync(path.join(folder, 'site')).filter((name) => name.startsWith('build-'))).toHaveLength(2)
})
