import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePointRecords, type PointRecords } from '../support/point-records.ts'
import { desksOf } from './at-desks.ts'
import { faultsOf, overflowOf } from '../support/accessibility.ts'

const phone = { width: 390, height: 844 }
const task = { hash: '#/tasks/c-waterfront', heading: '云溪市滨水公共空间条例' }

/** Screens with what a day left behind on them: whose, where, and what must be there before it is judged. */
const screens: {
  who: 'liaison' | 'legislator'
  hash: string
  shows: string
  en: string
}[] = [
  {
    who: 'liaison',
    hash: '#/tasks/c-waterfront',
    shows: '.opinion-list',
    en: 'Opinions of this contact point',
  },
  {
    who: 'liaison',
    hash: '#/reports/c-waterfront/xijie',
    shows: '.report-opinions',
    en: 'Document number',
  },
  { who: 'liaison', hash: '#/stations', shows: '.station', en: 'Collecting stations' },
  { who: 'liaison', hash: '#/devices', shows: 'table', en: 'Devices' },
  { who: 'liaison', hash: '#/quarantine', shows: '.voice', en: 'Set aside' },
  { who: 'legislator', hash: '#/reports', shows: 'table', en: 'Reports' },
  { who: 'legislator', hash: '#/roll-up', shows: '.rolled', en: 'Who collected how much' },
  {
    who: 'legislator',
    hash: '#/consultations/c-waterfront/bring-in',
    shows: '.form',
    en: 'Upload a table',
  },
]

/** The contact point's own desk, with real records: what proves a session, versions that passed each other, every screen. */
export function pointJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe("a contact point's desk", () => {
    const desks = desksOf(portal, browser)
    let records: PointRecords
    let liaison: Page
    let legislator: Page

    beforeAll(async () => {
      records = await makePointRecords(portal().origin)
      liaison = await desks.sitDown('liaison', task)
      legislator = await desks.sitDown('legislator')
    })
    afterAll(() => desks.leave())

    test('a sign-in sheet is fetched from its session, which says when it will be deleted', async () => {
      const row = liaison.getByRole('row', { name: new RegExp(`${records.place}.*17 人`) }).first()
      await row.waitFor()
      await liaison.getByText('答复公布 30 天后自动删除').waitFor()
      const [file] = await Promise.all([liaison.waitForEvent('download'), row.getByRole('link').click()])
      expect(file.suggestedFilename()).toMatch(/\.jpg$/)
      expect(await readFile((await file.path()) ?? '', 'utf8')).toBe('a photo of a sign-in sheet')
    })

    test('a correction that passed the desk’s own is seen beside it, and both become one', async () => {
      const { overtaken } = records
      await liaison.getByRole('button', { name: `看第 ${overtaken} 号`, exact: true }).click()
      await liaison.getByRole('button', { name: `看两版，合成一版：第 ${overtaken} 号` }).click()
      const both = liaison.locator('.version')
      await expect.poll(() => both.count()).toBe(2)
      expect(await both.first().innerText()).toContain('建议增加规定')
      expect(await both.last().innerText()).toContain('七点到九点')
      expect(await faultsOf(liaison)).toEqual([])
      const written = liaison.getByRole('group', { name: '合成的一版' }).getByLabel('法言法语')
      expect(await written.inputValue()).toBe('建议增加规定：步道按时段划分遛犬和通行。')
      await written.fill('建议增加规定：步道每日十九时至二十一时不得遛犬。')
      await liaison.getByRole('button', { name: '存为合好的一版' }).click()
      const history = liaison.getByRole('list', { name: '修改经过' })
      await expect.poll(() => history.getByRole('listitem').count()).toBe(4)
      expect(await history.innerText()).toContain('十九时至二十一时')
      await expect
        .poll(async () => {
          await liaison.getByRole('button', { name: '刷新' }).click()
          return liaison.getByRole('button', { name: `看第 ${overtaken} 号`, exact: true }).count()
        })
        .toBe(0)
    })

    test('two people who write one report are shown each other’s version, and the later one chooses', async () => {
      const report = { hash: '#/reports/c-waterfront/xijie', heading: '上报：云溪市滨水公共空间条例' }
      const colleague = await desks.sitDown('liaison', report)
      await liaison.goto(`${portal().origin}/desk/${report.hash}`)
      await liaison.getByLabel('文号').fill('西街〔2026〕1号')
      await colleague.getByLabel('文号').fill('西街〔2026〕2号')
      await liaison.getByRole('button', { name: '保存', exact: true }).click()
      await liaison.getByText('已保存。').waitFor()
      await colleague.getByRole('button', { name: '保存', exact: true }).click()
      const conflict = colleague.locator('.conflict')
      await conflict.getByText('两版不一样的地方：文号。').waitFor()
      expect(await conflict.innerText()).toContain('西街〔2026〕1号')
      expect(await conflict.evaluate((box) => box === document.activeElement)).toBe(true)
      expect(await faultsOf(colleague)).toEqual([])
      await conflict.getByRole('button', { name: '用我的覆盖' }).click()
      await conflict.waitFor({ state: 'detached' })
      await liaison.reload()
      await expect.poll(() => liaison.getByLabel('文号').inputValue()).toBe('西街〔2026〕2号')
    })

    test('the morning says what waits: a record to look at here, a report to receive at the legislature', async () => {
      const go = (page: Page, hash: string) => page.goto(`${portal().origin}/desk/${hash}`)
      await go(liaison, '#/')
      await liaison.getByRole('link', { name: /^\d+ 条意见等您核对，看过才入库$/ }).click()
      await liaison.getByRole('heading', { name: '待核对', level: 1 }).waitFor()
      const aside = liaison.getByRole('article').filter({ hasText: '码头台阶太滑' })
      await aside.getByText('设备已停用').waitFor()
      expect(await aside.innerText()).toContain('云溪市滨水公共空间条例')
      expect(await aside.innerText()).toContain('整个草案 · 修改 · 座谈会 · 居民')

      await go(liaison, '#/reports/c-waterfront/xijie')
      await liaison.getByLabel('审签人姓名').fill('周海燕')
      await liaison.getByRole('button', { name: '审签', exact: true }).click()
      await liaison.getByRole('button', { name: '报送给立法机关' }).click()
      await liaison.getByText('已经报送，等立法机关接收。').waitFor()
      await go(legislator, '#/')
      await legislator.getByRole('link', { name: /^\d+ 份联系点上报等您接收$/ }).click()
      await legislator.getByRole('heading', { name: '联系点上报', level: 1 }).waitFor()
      await go(legislator, '#/reports/c-waterfront/xijie')
      await legislator.getByLabel('退回的理由').fill('请补上座谈会的照片。')
      await legislator.getByRole('button', { name: '退回', exact: true }).click()
      await legislator.getByText('已退回，请修改').waitFor()
      await liaison.reload()
      await liaison.getByText('请补上座谈会的照片。').first().waitFor()
    })

    test('a screen that cannot be loaded has its heading, and what went wrong has the focus', async () => {
      await legislator.goto(`${portal().origin}/desk/#/consultations/no-such-one/opinions`)
      await legislator.getByRole('heading', { name: '逐条处理', level: 1 }).waitFor()
      const trouble = legislator.getByRole('alert')
      await expect.poll(() => trouble.evaluate((box) => box === document.activeElement)).toBe(true)
      expect(await faultsOf(legislator)).toEqual([])
    })

    test('the answers of an upload are taken away as a workbook; another channel is the legislature’s own', async () => {
      await legislator.goto(`${portal().origin}/desk/#/consultations/c-waterfront/bring-in`)
      await legislator.getByRole('heading', { name: '把其他渠道的意见收进来' }).waitFor()
      const words = `来信说桥头的灯坏了（${records.overtaken}）。`
      const csv = `\ufeff原话,来源渠道,收集日期\r\n${words},来信,2026-11-02\r\n没有日期,来信,\r\n`
      await legislator
        .getByLabel('选择填好的表')
        .setInputFiles({ name: '来信.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await legislator.getByRole('button', { name: '先存这 1 条，留下 1 行以后改' }).click()
      await legislator.getByRole('heading', { name: '上传结果' }).waitFor()
      const [file] = await Promise.all([
        legislator.waitForEvent('download'),
        legislator.getByRole('button', { name: '下载这次的结果（.xlsx）' }).click(),
      ])
      expect((await readFile((await file.path()) ?? '')).subarray(0, 2).toString()).toBe('PK')
      await legislator.getByRole('link', { name: '看收进来的意见' }).click()
      await legislator.getByText(words).waitFor()
    })

    test('every screen of it passes axe in English on a phone, and is never wider', async () => {
      const faults: string[] = []
      for (const { who, hash, shows, en } of screens) {
        const page = who === 'liaison' ? liaison : legislator
        await page.goto(`${portal().origin}/desk/${hash}`)
        await page.setViewportSize(phone)
        await page.locator(shows).first().waitFor()
        await page.getByRole('button', { name: '我的账号' }).click()
        await page.getByRole('button', { name: 'English' }).click()
        await page.getByText(en).first().waitFor()
        faults.push(...(await faultsOf(page)))
        const wider = await overflowOf(page)
        if (wider > 0) faults.push(`${hash} is wider than a phone by ${wider}`)
        await page.getByRole('button', { name: '中文' }).click()
      }
      expect(faults).toEqual([])
    })
  })
}
