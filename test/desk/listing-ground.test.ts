import { expect, test } from 'vitest'
import { newestGround } from '../../site/src/desk/rules/listing-ground.ts'
import { parseDraft } from '../../functions/core/parse-draft.ts'
import type { ProvisionId } from '../../functions/core/ids.ts'
import { readRoute, printRoute } from '../../site/src/desk/rules/desk-route.ts'

const { provisions } = parseDraft('示例\n第一条　甲。\n第二条　乙。\n第三条　丙。\n')
const ids = (...texts: string[]) => texts as ProvisionId[]

test('opinions on an older draft are counted with what their article became, and with what is gone (R7)', () => {
  const links = [
    { from: ids('art-1'), to: ids('art-2') },
    { from: ids('art-2'), to: [] },
    { from: ids('art-3'), to: ids('art-1', 'art-3') },
  ]
  const counts = { '': 4, 'art-1': 5, 'art-2': 2, 'art-3': 3, 'annex-1': 1 }
  const ground = newestGround(counts, provisions, links)
  expect(ground.byArticle).toEqual({ '': 4, 'art-2': 5, gone: 2, 'art-1': 3, 'art-3': 3, 'annex-1': 1 })
  expect(ground.articles.map(({ id }) => id)).toEqual(['art-1', 'art-2', 'art-3'])
})

test('a list by the newest draft has an address of its own', () => {
  const route = {
    screen: 'opinions',
    consultationId: 'c-1',
    filter: { article: 'art-2', newest: true },
  } as const
  expect(readRoute(printRoute(route))).toEqual(route)
})
