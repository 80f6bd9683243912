import { expect, test } from 'vitest'
import { phrases, phrasesHtml } from '../../site/src/i18n/phrases.ts'

test.each([
  ['个人信息怎么用（2026-11-01 版）', '个人|信息|怎么用|（2026-11-01 版）'],
  ['云溪市社会生活噪声防治规定', '云溪市|社会|生活|噪声|防治|规定'],
  ['云溪市老旧住宅加装电梯若干规定', '云溪市|老旧|住宅|加装|电梯|若干|规定'],
  ['云溪市滨水公共空间条例（草案征求意见稿）', '云溪市|滨水|公共|空间|条例|（草案|征求|意见稿）'],
  [
    '某市实施《中华人民共和国城市居民委员会组织法》办法',
    '某市|实施|《中华|人民|共和国|城市|居民|委员会|组织法》|办法',
  ],
])('%s is broken between words only', (title, expected) => {
  expect(phrases(title).join('|')).toBe(expected)
})

test('a title loses no character to its breaks, and its words stay words', () => {
  const title = '关于 <b>“公园”</b> 的若干规定（2026年修正）'
  expect(phrases(title).join('')).toBe(title)
  expect(phrasesHtml(title)).not.toContain('<b>')
  expect(phrases('')).toEqual([])
})
