import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GroupMoveList, OfficeGroup, OfficeGroupDetail, OfficeGroupPage } from '#contract/groups-api.ts'
import { PortalClient } from '../support/portal-client.ts'
import { desksOf } from './at-desks.ts'
import { faultsOf } from '../support/accessibility.ts'

const consultation = 'c-waterfront'
const api = `/office/api/consultations/${consultation}`

/** Two legislators at two desks, on the same group of same-kind opinions at the same time. */
export function groupsJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('two legislators on the same groups', () => {
    let client: PortalClient
    let lin: Page
    let colleague: Page
    let letter: OfficeGroup
    let logged: number
    const { sitDown, leave } = desksOf(portal, browser)
    const desk = (hash: string) => `${portal().origin}/desk/#/consultations/${consultation}/groups${hash}`
    const read = (groupId: string) => client.read<OfficeGroupDetail>(`${api}/groups/${groupId}?limit=100`)
    const groups = async () => {
      const all: OfficeGroup[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const at: string = cursor === '' ? '' : `&cursor=${cursor}`
        const page: OfficeGroupPage = await client.read(`${api}/groups?atLeast=1&limit=100${at}`)
        all.push(...page.groups)
        cursor = page.cursor
      }
      return all
    }
    const numberOf = (detail: OfficeGroupDetail, at: number) => (detail.members[at]?.opinion.n ?? 0) + 1
    const choose = (page: Page, n: number) => page.getByLabel(`选中第 ${n} 号`, { exact: true })
    const told = (page: Page, sentence: string | RegExp) => page.getByText(sentence).first().waitFor()
    const press = (page: Page, name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' }).click()
    const answerAs = async (page: Page, outcome: string, reason: string) => {
      await press(page, /答复这一组|修改这一组的答复/)
      await page.getByRole('radio', { name: outcome, exact: true }).check()
      await page.getByLabel('答复理由').fill(reason)
    }

    beforeAll(async () => {
      client = await new PortalClient(portal().origin).signIn('legislator')
      const page = await client.read<OfficeGroupPage>(`${api}/groups?limit=1&article=art-25`)
      letter = page.groups[0] as OfficeGroup
      logged = page.logged
      ;[lin, colleague] = await Promise.all([sitDown('legislator'), sitDown('legislator2')])
    })
    afterAll(leave)

    test('groups stand by article, the largest first, and arrow keys lead through them', async () => {
      await lin.goto(desk('?article=art-25'))
      await lin.getByRole('heading', { name: '第二十五条' }).waitFor()
      const sizes = (await lin.locator('.group-size b').allTextContents()).map(Number)
      expect(sizes.length).toBeGreaterThan(5)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      expect(await faultsOf(lin)).toEqual([])
      await lin.locator('.group-line').nth(1).focus()
      await lin.keyboard.press('ArrowUp')
      await lin.keyboard.press('Enter')
      await lin.getByRole('heading', { name: `第二十五条 · ${letter.size} 条同类意见` }).waitFor()
    })

    test('what copies say of their own stands first, and word-for-word copies are folded', async () => {
      const detail = await read(letter.id)
      const more = detail.members.flatMap(({ leftovers }) => leftovers)
      expect(more.length).toBeGreaterThan(2)
      const shown = await lin.locator('.leftovers li p').allTextContents()
      expect(shown.toSorted()).toEqual([...new Set(more)].toSorted())
      const copies = detail.members.filter(
        ({ opinion, differences }) =>
          opinion.id !== letter.leader.id && differences.every(({ kind }) => kind === 'same'),
      )
      await told(lin, `一字不差的 ${copies.length} 条`)
      await expect.poll(() => lin.locator('.member').count()).toBe(letter.size - copies.length)
      await press(lin, '展开')
      await expect.poll(() => lin.locator('.member').count()).toBe(letter.size)
      await press(lin, '收起')
      expect(await faultsOf(lin)).toEqual([])
    })

    test('the keyboard alone splits two off; the colleague’s move on one of them is refused and loses nothing', async () => {
      const detail = await read(letter.id)
      const [first, second] = detail.members.filter(({ leftovers }) => leftovers.length > 0)
      const [a, b] = [(first?.opinion.n ?? 0) + 1, (second?.opinion.n ?? 0) + 1]
      await colleague.goto(desk(`/${letter.id}`))
      await choose(colleague, a).check()

      await choose(lin, a).focus()
      await lin.keyboard.press('Shift+ArrowDown')
      await expect.poll(() => choose(lin, b).isChecked()).toBe(true)
      await lin.getByRole('button', { name: '另成一组' }).focus()
      await lin.keyboard.press('Enter')
      await told(lin, '2 条另成一组了。')
      expect((await read(letter.id)).group.size).toBe(letter.size - 2)

      await press(colleague, '移到别的组')
      await colleague.getByLabel('找一组').fill('咬过')
      await colleague.locator('.found').first().click()
      await told(colleague, '同事刚刚也动了这一组')
      await told(colleague, `林静`)
      await told(colleague, `把第 ${a} 号、第 ${b} 号另成一组`)
      expect(await faultsOf(colleague)).toEqual([])
      await press(colleague, '听同事的，不移了')
      await told(colleague, '选中 1 条')
      expect((await read(letter.id)).group.size).toBe(letter.size - 2)

      await press(colleague, '移到别的组')
      await colleague.getByLabel('找一组').fill('咬过')
      await colleague.locator('.found').first().click()
      await told(colleague, '1 条移好了。')
      const { moves } = await client.read<GroupMoveList>(`${api}/group-moves`)
      expect(moves.map(({ numbers }) => numbers)).toEqual([[a, b], [a]])
      const all = await groups()
      expect(all.reduce((sum, { size }) => sum + size, 0)).toBe(logged)
    })

    test('changes are undone in any order and made again, by whom and when on record', async () => {
      await lin.reload()
      await lin.getByText('改动记录').click()
      await press(lin, /^撤销：把第 \d+ 号移到/)
      await told(lin, '撤销了。')
      await press(lin, /^恢复：把第 \d+ 号移到/)
      await told(lin, '恢复了。')
      await press(lin, /^撤销：把第 \d+ 号移到/)
      await told(lin, '撤销了。')
      await press(lin, /^撤销：把第 \d+ 号、第 \d+ 号另成一组/)
      await lin.getByRole('heading', { name: `第二十五条 · ${letter.size} 条同类意见` }).waitFor()
      await expect.poll(() => lin.locator('.group-moves s').count()).toBe(2)
      const { moves } = await client.read<GroupMoveList>(`${api}/group-moves`)
      expect(moves.map(({ change }) => change.kind)).toEqual(['move', 'move', ...Array(4).fill('undo')])
    })

    test('two answers at once: the second sees the first beside its own, and every member ends with one decision', async () => {
      const detail = await read(letter.id)
      const alone = numberOf(detail, 1)
      await client.read(`${api}/decisions/${detail.members[1]?.opinion.id}`, {
        method: 'PUT',
        headers: { 'if-match': '"0"' },
        json: { outcome: 'referred', reason: '转社区办理' },
      })
      await Promise.all([lin.reload(), colleague.goto(desk(`/${letter.id}`)).then(() => colleague.reload())])
      await Promise.all([
        answerAs(lin, '未采纳', '按原草案执行'),
        answerAs(colleague, '留待以后研究', '列入下一轮论证'),
      ])
      await told(lin, `会写到 ${letter.size - 1} 条还没有结果的意见上。`)
      await lin.keyboard.press('Control+Enter')
      await told(lin, `写好了 ${letter.size - 1} 条。1 条单独处理过，没有动。`)
      await told(lin, `没有动的是第 ${alone} 号。`)
      await press(lin, '知道了')

      await press(colleague, `答复这 ${letter.size - 1} 条`)
      await told(colleague, '林静刚刚答复了这一组')
      await told(colleague, '按原草案执行')
      await told(colleague, '列入下一轮论证')
      await press(colleague, '用我的替换')
      await told(colleague, /1 条单独处理过，没有动/)
      await press(colleague, '知道了')
      const after = await read(letter.id)
      const reasons = after.members.map(({ opinion }) => opinion.decision?.reason)
      expect(reasons.filter((reason) => reason === '列入下一轮论证')).toHaveLength(letter.size - 1)
      expect(reasons.filter((reason) => reason === '转社区办理')).toHaveLength(1)
    })

    test('who joins an answered group is shown the answer and given it with one press', async () => {
      const others = await groups()
      const other = others.find(
        ({ id, leader, size, undecided }) =>
          id !== letter.id && leader.provisionId?.startsWith('art-25') && size === 2 && undecided === 2,
      )
      const { movesRev } = await client.read<GroupMoveList>(`${api}/group-moves`)
      await client.read(`${api}/group-moves`, {
        headers: { 'if-match': `"${movesRev}"` },
        json: { change: { kind: 'merge', from: other?.id, into: letter.id } },
      })
      await lin.goto(desk(`/${other?.id}`))
      await told(lin, '您要找的那一组已经并到这里。')
      await told(lin, '未答，这一组的答复是')
      const number = (other?.leader.n ?? 0) + 1
      await press(lin, `第 ${number} 号就这样答`)
      await told(lin, `第 ${number} 号写好了`)
      const member = (await read(letter.id)).members.find(({ opinion }) => opinion.id === other?.leader.id)
      expect(member?.opinion.decision).toMatchObject({ reason: '列入下一轮论证' })
    })
  })
}
