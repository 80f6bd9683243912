import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { editWorkbook } from '../support/edit-workbook.ts'
import { PortalClient } from '../support/portal-client.ts'
import { hasLaws, readStatute } from '../support/statutes.ts'
import { until } from '../support/until.ts'
import { filledTemplate } from './filled-template.ts'
import { followLetter, leaveAddress } from './letter-walk.ts'
import { decisionFor, openShortConsultation, today, type ShortConsultation } from './short-consultation.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const desktop = { width: 1280, height: 900 }

/** A liaison and a legislator at their desks, in a real browser, until the resident has an answer. */
export function staffJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('a contact point and a legislature at work', () => {
    let asked: ShortConsultation
    let residentCode: string
    let liaison: Page
    let legislator: Page
    let resident: Page
    const complaints: string[] = []

    const sitDown = async (name: RegExp): Promise<Page> => {
      const context = await browser().newContext({
        viewport: desktop,
        locale: 'zh-CN',
        acceptDownloads: true,
      })
      // A page just published is waited for while the site is built, which a busy machine does slowly.
      context.setDefaultTimeout(120_000)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${portal().origin}/desk/`)
      await page.getByRole('link', { name: '登录' }).click()
      await page.getByRole('button', { name }).click()
      await page.getByRole('heading', { name: '您好' }).waitFor()
      return page
    }
    const download = async (page: Page, name: RegExp) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return { bytes: new Uint8Array(await readFile(await file.path())), name: file.suggestedFilename() }
    }
    const letterWalk = () => ({
      page: resident,
      origin: portal().origin,
      receiptCode: residentCode,
      address: 'wang.xiaomei@example.com',
    })
    const desk = (hash: string) => `${portal().origin}/desk/#/consultations/${asked.id}${hash}`

    beforeAll(async () => {
      const api = await new PortalClient(portal().origin).signIn('legislator')
      const me = await (
        await new PortalClient(portal().origin).signIn('liaison')
      ).read<{
        contactPoint: { id: string }
      }>('/office/api/me')
      asked = await openShortConsultation(api, {
        name: 'staff',
        openMs: 15_000,
        contactPointIds: [me.contactPoint.id],
      })
      const resident = new PortalClient(portal().origin)
      const { noticeVersion } = await resident.read<{ noticeVersion: string }>(
        `/api/consultations/${asked.id}`,
      )
      const answer = await resident.read<{ receiptCode: string }>(`/api/consultations/${asked.id}/opinions`, {
        json: {
          provisionId: 'art-4',
          changeType: 'modify',
          verbatim: '三十天太久了，七天修好。',
          noticeVersion,
        },
      })
      residentCode = answer.receiptCode
    })
    afterAll(async () => {
      await liaison?.context().close()
      await legislator?.context().close()
      await resident?.context().close()
    })

    test('a liaison signs in, fills the template, uploads two hundred rows, and a second time none', async () => {
      liaison = await sitDown(/周海燕/)
      await liaison.getByRole('link', { name: /公共座椅管理规定（staff）/ }).click()
      const template = await download(liaison, /下载登记表/)
      expect(template.name).toMatch(/\.xlsx$/)
      const buffer = await filledTemplate(template.bytes, 200, today())
      const upload = async () => {
        await liaison
          .getByLabel('选择填好的表')
          .setInputFiles({ name: '河西村.xlsx', mimeType: xlsx, buffer })
        await liaison.getByRole('heading', { name: '看一遍：还没有存' }).waitFor()
        const store = liaison.getByRole('button', { name: '存入 200 条' })
        if ((await store.count()) === 0) return liaison.locator('.upload-look').innerText()
        await store.click()
        await liaison.getByRole('heading', { name: '上传结果' }).waitFor()
        return liaison.locator('.batch-result').innerText()
      }
      expect(await upload()).toContain('新存入 200 条')
      expect(await upload()).toContain('这份表以前都收过了，没有要存的')
    })

    test.skipIf(!hasLaws)('a legislator imports a real statute: preview, commit', async () => {
      legislator = await sitDown(/林静/)
      await legislator.getByRole('link', { name: '法规案', exact: true }).click()
      await legislator.getByLabel('法规名称').fill('云溪市滨水空间参考文本')
      await legislator.getByLabel('用大白话说说它管什么').fill('用来试读一部真实的法规。')
      await legislator.getByRole('button', { name: '建立法规案' }).click()
      await legislator.getByRole('link', { name: '导入一稿' }).first().click()
      await legislator.getByLabel('选择文件').setInputFiles({
        name: 'waterfront.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(readStatute('shanghai-waterfront-2021')),
      })
      await legislator.getByText('共 59 条').or(legislator.getByText(/59 条/)).first().waitFor()
      await expect.poll(() => legislator.getByRole('main').innerText()).toContain('没有发现问题')
      await legislator.getByLabel('稿次').selectOption({ label: '征求意见稿' })
      await legislator.getByRole('button', { name: '存为一稿' }).click()
      await legislator.getByText(/已存入，共 59 条/).waitFor()
    })

    test.skipIf(!hasLaws)('and opens a consultation on it: prepare, look, announce', async () => {
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
      await legislator.getByRole('link', { name: '法规案', exact: true }).first().click()
      await legislator.getByRole('link', { name: '云溪市滨水空间参考文本' }).first().click()
      await legislator.getByRole('link', { name: '准备征求意见' }).first().click()
      await legislator.getByLabel('征求哪一稿的意见').selectOption({ index: 1 })
      await legislator.getByLabel('开始日期').fill(today())
      await legislator.getByLabel('截止日期').fill(inDays(40))
      await legislator.getByLabel('预计哪天答复').fill(inDays(80))
      await legislator.getByLabel('草案说明').fill('请大家谈谈水边的事。')
      await legislator.getByLabel('信件寄到哪里').fill('云溪市人民路1号')
      await legislator.getByLabel('咨询电话').fill('0000-1234')
      await legislator.getByRole('button', { name: '存下来，看一遍' }).click()
      await legislator.getByRole('button', { name: '发布公告', exact: true }).click()
      await legislator.getByRole('button', { name: '确认发布公告' }).click()
      await legislator.getByText('公告已发布').waitFor()
      await legislator.getByRole('link', { name: '看公开页面' }).first().click()
      await expect.poll(() => legislator.locator('#art-59').count()).toBe(1)
      await expect.poll(() => legislator.getByRole('main').innerText()).toContain('请大家谈谈水边的事')
    })

    test('a resident leaves an address beside the receipt and confirms it from the letter', async () => {
      resident = await browser().newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
      resident.on('pageerror', (error) => complaints.push(error.message))
      await leaveAddress(letterWalk())
    })

    test('after the close the legislator sees the opinions by article and decides them in the table', async () => {
      legislator ??= await sitDown(/林静/)
      await until('the close', async () => Date.now() > asked.closesAt + 500, 60_000)
      await legislator.goto(desk(''))
      await legislator.reload()
      await legislator.getByText('收到意见').first().waitFor()
      await expect.poll(() => legislator.getByRole('main').innerText()).toMatch(/201\s*收到意见/)

      await legislator.getByRole('link', { name: '采纳情况通报', exact: true }).click()
      await legislator.getByRole('heading', { name: '还不能发布' }).waitFor()
      await legislator.getByText('还差 201 处').waitFor()
      await expect
        .poll(() => legislator.getByRole('button', { name: '发布通报', exact: true }).isDisabled())
        .toBe(true)

      await legislator.getByRole('link', { name: '意见汇总表', exact: true }).click()
      const table = await download(legislator, /下载 Excel/)
      const { rows } = await readSpreadsheet(table.bytes)
      expect(rows).toHaveLength(201)
      const decided = await editWorkbook(
        table.bytes,
        new Map(rows.map(({ row, cells }) => [row, decisionFor(cells['原话'] ?? '')] as const)),
      )
      await legislator
        .getByLabel('选择填好的表')
        .setInputFiles({ name: '汇总.xlsx', mimeType: xlsx, buffer: decided })
      await legislator.getByRole('button', { name: '先看看会改什么' }).click()
      await legislator.getByRole('heading', { name: '还没有写入' }).waitFor()
      await legislator.getByRole('button', { name: /写入选中的/ }).click()
      await legislator.getByRole('heading', { name: '已写入' }).waitFor()
    })

    test('the later draft waits for the cause of every change: two are taken as proposed', async () => {
      await legislator.getByRole('link', { name: '采纳情况通报', exact: true }).click()
      const owed = legislator.locator('.owed')
      await owed.getByText('已写 0 条，共 5 条，还差 5 条').waitFor()
      for (const name of [
        '第一条：',
        '第三条：新增',
        '第四条 → 第五条：',
        '第五条 → 第六条：',
        '第六条 → 第七条：',
      ])
        await owed.getByRole('button', { name }).waitFor()
      expect(await legislator.getByRole('button', { name: '发布通报', exact: true }).isDisabled()).toBe(true)
      await owed.getByRole('button', { name: '收下按意见拟好的 2 条' }).click()
      await owed.getByText('已写 2 条，共 5 条，还差 3 条').waitFor()
    })

    test('a colleague who writes the same cause first is named, and shown beside one’s own words', async () => {
      const owed = legislator.locator('.owed')
      await owed.getByRole('button', { name: '第五条 → 第六条：改了文字，没写原因' }).click()
      await owed.getByLabel('原因来自').selectOption({ label: '审议意见' })
      await owed.getByLabel('用一句话说明').fill('审议时提出，宜引导不宜禁止。')
      const colleague = await new PortalClient(portal().origin).signIn('legislator2')
      const { name } = await colleague.read<{ name: string }>('/office/api/me')
      const path = `/office/api/bills/${asked.billId}/lineage/${asked.billId}-1/${asked.laterDraftId}/causes/to/art-6`
      const statement = { kind: 'department', sentence: '民政部门建议改为引导。', decisions: [] }
      await colleague.read(path, { method: 'PUT', json: statement, headers: { 'if-match': '"0"' } })
      await owed.getByRole('button', { name: '保存', exact: true }).click()
      const conflict = legislator.getByRole('alert').filter({ hasText: `${name}刚刚写了这一条的原因` })
      await conflict.waitFor()
      expect(await conflict.innerText()).toContain('民政部门建议改为引导。')
      expect(await conflict.innerText()).toContain('审议时提出，宜引导不宜禁止。')
      expect(await conflict.innerText()).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d 保存/)
      await conflict.getByRole('button', { name: '用我的替换' }).click()
      await owed.getByText('已写 3 条，共 5 条，还差 2 条').waitFor()
      const held = await colleague.read<{ causes: { sentence: string }[] }>(path.replace('/to/art-6', ''))
      const sentences = held.causes.map(({ sentence }) => sentence)
      expect(sentences).toContain('审议时提出，宜引导不宜禁止。')
      expect(sentences).not.toContain('民政部门建议改为引导。')
    })

    test('several are told together, and with the last one the same page goes on to publishing', async () => {
      const owed = legislator.locator('.owed')
      await owed.getByRole('button', { name: '几条一并说明' }).click()
      const together = owed.getByRole('group', { name: '几条一并说明' })
      await together.getByRole('button', { name: '一并写明', exact: true }).click()
      await together.getByText('请至少选一条。').waitFor()
      await together.getByRole('button', { name: '全选（2 条）' }).click()
      await together.getByLabel('第一条：改了文字').uncheck()
      await together.getByRole('button', { name: '一并写明这 1 条' }).waitFor()
      await together.getByLabel('第一条：改了文字').check()
      await together.getByLabel('原因来自').selectOption({ label: '文字技术修改' })
      await together.getByLabel('用一句话说明').fill('统一用语，施行日期顺延。')
      await together.getByRole('button', { name: '一并写明这 2 条' }).click()
      await legislator.getByRole('heading', { name: '可以发布了' }).waitFor()
      expect(await legislator.locator('.owed').count()).toBe(0)
    })

    test('the bulletin is published, stands on the site, and answers the resident in words', async () => {
      await legislator.getByRole('button', { name: '发布通报', exact: true }).click()
      await legislator.getByRole('button', { name: '确认发布通报' }).click()
      await legislator.getByText('采纳情况通报第 1 版已发布').waitFor()

      // At once, as one who has just published does: the page is waited for, never missing.
      const address = `/bills/${asked.billId}/bulletin/${asked.id}/`
      const context = await browser().newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
      context.setDefaultTimeout(120_000)
      const page = await context.newPage()
      await page.goto(portal().origin + address)
      await expect.poll(() => page.getByRole('main').innerText()).toContain('收到 201 条')
      // Two hundred answers are folded by article; without a script, too, they open.
      for (const folded of await page.locator('main summary', { hasText: '第四条' }).all())
        await folded.click()
      const bulletin = await page.getByRole('main').innerText()
      expect(bulletin).toContain('三十天太久了')
      expect(bulletin).toContain('在七日内修复')

      await page.goto(`${portal().origin}/receipt/`)
      await page.getByLabel('回执码').fill(residentCode)
      await page.getByRole('button', { name: '查一查' }).click()
      const status = await page.getByRole('main').innerText()
      expect(status).toContain('已经答复')
      expect(status).toContain('采纳')
      expect(status).toContain('在七日内修复')

      // From the receipt to the words in the law, to the answers that shaped them, to why the article changed.
      await page.getByRole('link', { name: '到条文里看' }).click()
      const article = page.locator('#art-5')
      await expect.poll(() => article.innerText()).toContain('公共座椅损坏的，应当在七日内修复。')
      await article.getByRole('link', { name: /^采纳了 \d+ 条意见/ }).click()
      expect(new URL(page.url()).pathname).toBe(address)
      await page.goBack()
      await article.getByRole('link', { name: '为什么改：公众意见' }).click()
      await expect.poll(() => page.locator('#art-5').innerText()).toContain('修复期限缩短为七日。')
      await context.close()
    })

    test('the resident is told by one letter, which leads to the answer and lets them go', async () => {
      await followLetter(letterWalk())
      expect(complaints).toEqual([])
    })
  })
}
