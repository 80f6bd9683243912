import { expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { movedArticles } from '../../site/src/law/moved-articles.ts'
import { articleName } from '../../site/src/scripts/article-tree.ts'

const draft = (...articles: string[]) =>
  parseDraft(
    `云溪市示例条例\n\n${articles.map((words, at) => `　　第${'一二三四五'.charAt(at)}条　${words}`).join('\n')}\n`,
  ).provisions
const lights = '夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染。'
const council = '管理单位应当建立市民议事会，每季度至少召开一次会议，听取对开放和管理的意见。'
const fishing = '在滨水公共空间垂钓的，应当在划定的区域和时段内进行，不得影响行人通行。'
const dogs = '携带犬只进入滨水公共空间的，应当为犬只佩戴嘴套，并由成年人用牵引带牵领。'
const movedIn = (from: ReturnType<typeof draft>, to: ReturnType<typeof draft>) =>
  movedArticles(from, to, alignDrafts(from, to))

test('a link to an article that got another number is told, its 款 with it', () => {
  expect(
    movedIn(draft(lights, `${fishing}\n${dogs}`), draft(lights, council, `${fishing}\n${dogs}`)),
  ).toEqual({
    'art-2': ['art-3'],
  })
})

test('a link to a 款 is told where it went inside its article, or with the part that was split off (R7)', () => {
  const inside = movedIn(
    draft(lights, `${fishing}\n${dogs}`),
    draft(lights, `${fishing}\n${council}\n${dogs}`),
  )
  expect(inside).toEqual({ 'art-2.p2': ['art-2.p3'] })
  const split = movedIn(draft(lights, `${fishing}\n${dogs}`), draft(lights, fishing, dogs))
  expect(split).toMatchObject({ 'art-2.p2': ['art-3.p1'] })
})

test('nothing is told of what stayed where it was', () => {
  const from = draft(lights, `${fishing}\n${dogs}`)
  expect(movedIn(from, from)).toEqual({})
  expect(movedIn(from, draft(lights, `${fishing}\n${dogs.replace('嘴套', '嘴套和号牌')}`))).toEqual({})
})

test('a place is named as it is cited, from its anchor alone', () => {
  expect(articleName('art-120-1')).toBe('第一百二十条之一')
  expect(articleName('art-24.p2.i3')).toBe('第二十四条第二款第（三）项')
  expect(articleName('art-3.p1')).toBe('第三条第一款')
})
