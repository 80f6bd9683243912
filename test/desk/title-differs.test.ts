import { expect, test } from 'vitest'
import { titleDiffers } from '../../site/src/desk/rules/title-differs.ts'

test.each([
  ['云溪市公园管理条例', '云溪市公园管理条例'],
  ['《云溪市公园管理条例》', '云溪市公园管理条例'],
  ['云溪市公园 管理条例（草案）（征求意见稿）', '云溪市公园管理条例'],
  ['云溪市公园管理条例(草案二次审议稿)', '云溪市公园管理条例（草案）'],
  ['', '云溪市公园管理条例'],
])('%s is a text of %s', (text, bill) => {
  expect(titleDiffers(text, bill)).toBe(false)
})

test.each([
  ['云溪市湿地管理条例', '云溪市公园管理条例'],
  ['云溪市公园管理条例实施办法', '云溪市公园管理条例'],
  ['云溪市公园管理条例（试行）', '云溪市公园管理条例'],
])('%s is told from %s', (text, bill) => {
  expect(titleDiffers(text, bill)).toBe(true)
})
