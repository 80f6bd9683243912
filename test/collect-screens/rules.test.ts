import { describe, expect, test } from 'vitest'
import { printRoute, readRoute, type CollectRoute } from '../../site/src/collect/rules/collect-route.ts'
import { articleLabel } from '../../site/src/collect/rules/article-label.ts'
import { printBytes } from '../../site/src/collect/rules/bytes.ts'
import { startOfOpinion, newSession } from '../../site/src/collect/rules/new-session.ts'
import { clockError, noticesOf, standingKind } from '../../site/src/collect/rules/notices.ts'
import { opinionMends } from '../../site/src/collect/rules/opinion-mends.ts'
import { holderOf, seekable, seekArticle } from '../../site/src/collect/rules/seek-article.ts'
import { mainStances, moreStances, stanceOfKey } from '../../site/src/collect/rules/stance.ts'
import { stickyContext } from '../../site/src/collect/rules/sticky-context.ts'
import { loginAddress } from '../../site/src/collect/rules/login-address.ts'
import { taskOfForm } from '../../site/src/collect/rules/task-of-form.ts'
import type { StoredOpinion, TaskOnDevice } from '../../site/src/collect/engine/collector.ts'
import { formAddress } from '../../site/src/paper/paper-address.ts'
import { taskAddress } from '../../site/src/paper/task-address.ts'
import { CollectedOpinion, CollectingSession } from '../../functions/contract/collect-api.ts'
import { changeTypes } from '../../functions/core/opinion.ts'
import type { Instant } from '../../functions/core/time.ts'
import { collectScene } from '../support/collect-scenes.ts'
import { standIn } from '../support/collect-stand-in.ts'

const scene = collectScene('busy')
const [draft] = scene.drafts
const [stored] = scene.sessions
const [task] = scene.kit.tasks
const [first] = scene.opinions
if (!draft || !stored || !task || !first) throw new Error('the scene is empty')
const content: StoredOpinion['content'] = first.content
const sought = seekable(draft)

describe('stances', () => {
  test('Alt+1, 2, 3 are 赞成, 要改, 不赞成; no other key is a stance', () => {
    expect(['1', '2', '3'].map(stanceOfKey)).toEqual(['support', 'modify', 'delete'])
    expect(['0', '4', 'a', '12', ''].map(stanceOfKey)).toEqual(Array(5).fill(undefined))
  })

  test('every kind of opinion there is can be chosen, none twice', () => {
    expect([...mainStances, ...moreStances].toSorted()).toEqual([...changeTypes].toSorted())
  })
})

describe('which article', () => {
  test.each(['24', '二十四', '第24条', '２４', '第二十四条第二款', ' 24 '])(
    '「%s」 jumps to 第二十四条',
    (asked) => {
      expect(seekArticle(sought, asked)).toMatchObject({ kind: 'article', article: { id: 'art-24' } })
    },
  )

  test('words are found with those around them, one line an article', () => {
    const found = seekArticle(sought, '垂钓')
    if (found.kind !== 'places') throw new Error(found.kind)
    expect(found.isExact).toBe(true)
    expect(found.found[0]).toMatchObject({ article: { id: 'art-24' }, words: '垂钓' })
    const ids = found.found.map(({ article }) => article.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('an article of a code of 500 is one number away', () => {
    const code = collectScene('code').drafts[0]
    if (!code) throw new Error('no code')
    expect(seekArticle(seekable(code), '499')).toMatchObject({ kind: 'article', article: { id: 'art-499' } })
  })

  test('an empty question and one that stands nowhere find nothing', () => {
    expect(seekArticle(sought, '  ')).toEqual({ kind: 'nothing' })
    expect(seekArticle(sought, 'zzzz')).toMatchObject({ kind: 'places', total: 0, found: [] })
  })

  test('words pointed at are anchored at the smallest part that alone holds them', () => {
    const article = sought.articles.get('art-24')
    if (!article) throw new Error('no art-24')
    expect(holderOf(article, '垂钓').id).toMatch(/^art-24\..*i2$/)
    expect(holderOf(article, '；').id).not.toMatch(/i\d$/)
    expect(holderOf(article, '不在这里的字').id).toBe('art-24')
  })

  test('a list says 第一百二十条之一 from the id alone', () => {
    expect(['art-24.p1.i3', 'art-120-1', null].map(articleLabel)).toEqual([
      '第二十四条',
      '第一百二十条之一',
      '',
    ])
  })
})

describe('the next opinion of a session', () => {
  test('keeps kind of people, area and source; never the words, the article or a headcount', () => {
    const group = {
      ...content,
      proponent: { ...content.proponent, kind: 'group' as const, groupName: '河西村村民', headcount: 12 },
    }
    expect(stickyContext(group)).toEqual({
      channel: 'forum',
      noticeVersion: '2026-1',
      proponent: { kind: 'person', headcount: 1, category: '村民', area: '河西村' },
    })
  })

  test('the notice is read once in a room and again at each door', () => {
    expect(stickyContext({ ...content, channel: 'visit' }).noticeVersion).toBeUndefined()
    expect(stickyContext({ ...content, channel: 'hotline' }).noticeVersion).toBeUndefined()
  })

  const clock = { today: stored.session.heldOn, offsetMinutes: 480 }

  test('the first one starts in the contact point’s area, for nobody and against nothing', () => {
    const start = startOfOpinion(task, stored.session, scene.kit.contactPoint, undefined, clock)
    expect(start).toMatchObject({
      changeType: 'general',
      noticeVersion: '',
      verbatim: '',
      provisionId: null,
      proponent: { kind: 'person', area: '河西街道' },
    })
    expect(start).not.toHaveProperty('collectedAt')
  })

  test('written down the day after, it keeps the day it was heard', () => {
    const session = { ...stored.session, heldOn: '2026-11-20' as CollectingSession['heldOn'] }
    const later = { ...clock, today: '2026-11-22' as CollectingSession['heldOn'] }
    const start = startOfOpinion(task, session, scene.kit.contactPoint, undefined, later)
    expect(start.collectedAt).toBe('2026-11-20T04:00:00.000Z')
  })

  test('what it starts with is an opinion the server would understand, but for the words', () => {
    const start = startOfOpinion(task, stored.session, scene.kit.contactPoint, content, clock)
    const whole = { receiptCode: 'K7QX', collectedAt: content.collectedAt, ...start, verbatim: '原话' }
    expect(CollectedOpinion.safeParse(whole).error).toBeUndefined()
  })

  test('a new session is of today and one the server understands', () => {
    const made = newSession(
      stored.session.id,
      task.consultationId,
      '2026-11-21T20:00:00.000Z' as Instant,
      480,
    )
    expect(made.heldOn).toBe('2026-11-22')
    expect(CollectingSession.safeParse(made).error).toBeUndefined()
  })
})

describe('before a receipt is handed out', () => {
  const chosen = { article: true, stance: true }

  test('a whole one lacks nothing', () => {
    expect(opinionMends(content, chosen)).toEqual([])
  })

  test('what is missing is said in the order of the form', () => {
    const bare = {
      ...content,
      provisionId: null,
      verbatim: ' \n',
      noticeVersion: '',
      proponent: { kind: 'group' as const, headcount: 1 },
    }
    expect(opinionMends(bare, { article: false, stance: false })).toEqual([
      'article',
      'stance',
      'verbatim',
      'headcount',
      'notice',
    ])
  })

  test('the whole draft is a choice too', () => {
    expect(opinionMends({ ...content, provisionId: null }, chosen)).toEqual([])
  })
})

describe('what stands above every screen', () => {
  test('all delivered, waiting, set aside and unknown are different things', () => {
    const quiet = { unsent: 0, unsentOther: 0, setAside: 0 }
    expect(standingKind({ ...quiet, network: 'reached' })).toBe('allDelivered')
    expect(standingKind({ ...quiet, network: 'unknown' })).toBe('unknown')
    expect(standingKind({ ...quiet, network: 'unreachable' })).toBe('unknown')
    expect(standingKind({ ...quiet, unsent: 1, network: 'reached' })).toBe('waiting')
    expect(standingKind({ ...quiet, unsentOther: 1, network: 'reached' })).toBe('waiting')
    expect(standingKind({ ...quiet, setAside: 1, network: 'reached' })).toBe('setAside')
    expect(standingKind({ ...quiet, setAside: 1, network: 'unreachable' })).toBe('setAside')
    expect(standingKind({ ...quiet, unsent: 1, setAside: 1, network: 'reached' })).toBe('waiting')
  })

  const at = Date.parse('2026-11-22T00:00:00.000Z')
  const standing = { ...standIn(collectScene('one')).standing(), unsent: 1 }
  const since = (ms: number) => ({ ...standing, oldestUnsentAt: new Date(at - ms).toISOString() as Instant })

  test('unsent for a day is told, a millisecond less is not', () => {
    expect(noticesOf(since(86_400_000), at)).toEqual(['unsent-24h'])
    expect(noticesOf(since(86_399_999), at)).toEqual([])
  })

  test('a clock ten minutes off is told, either way, in the unit that says it', () => {
    expect(noticesOf({ ...standing, clockOffsetMs: -600_000 }, at)).toEqual(['clock-wrong'])
    expect(noticesOf({ ...standing, clockOffsetMs: 599_999 }, at)).toEqual([])
    expect(clockError(-3 * 86_400_000)).toEqual({ unit: 'days', n: 3 })
    expect(clockError(5 * 3_600_000)).toEqual({ unit: 'hours', n: 5 })
  })

  test('a wiped database comes before everything else', () => {
    const busy = standIn(collectScene('busy')).standing()
    expect(noticesOf(busy, Date.now())[0]).toBe('wiped')
  })

  test('room is said in units people know', () => {
    expect([900, 1536, 2_000_000_000].map(printBytes)).toEqual(['900 B', '1.5 KB', '1.9 GB'])
  })
})

describe('the QR of a printed form', () => {
  const tasks = ['d1', 'd2'].map((id, n) => ({
    ...task,
    consultationId: `c-${id}`,
    bill: { ...task.bill, id: 'b' },
    draft: { ...task.draft, id, date: `2026-11-0${n + 1}` },
  })) as unknown as TaskOnDevice[]

  test('leads to the task on its very draft, else to the newest of its bill', () => {
    expect(taskOfForm(tasks, { billId: 'b', draftId: 'd1' })).toBe(tasks[0])
    expect(taskOfForm(tasks, { billId: 'b', draftId: 'gone' })).toBe(tasks[1])
    expect(taskOfForm(tasks, { billId: 'other', draftId: 'd1' })).toBeUndefined()
  })

  test('opens in the app what it opens on the bill’s page', () => {
    const printed = formAddress('https://lifa.example', {
      billId: 'b',
      draftId: 'd1',
      contactPointId: 'hexi',
    })
    const inApp = taskAddress('b', new URL(printed).searchParams)
    expect(inApp).toBe('/collect/#/bills/b?draft=d1&point=hexi')
    expect(readRoute(new URL(inApp, 'https://lifa.example').hash)).toEqual({
      screen: 'form',
      billId: 'b',
      draftId: 'd1',
      pointId: 'hexi',
    })
  })

  test('is asked for again after signing in; a record’s id goes to no server', () => {
    expect(loginAddress(readRoute('#/bills/b?point=hexi'))).toBe(
      '/office/login?return=%2Fcollect%2F%23%2Fbills%2Fb%3Fpoint%3Dhexi',
    )
    expect(loginAddress(readRoute('#/opinions/x_-1'))).toBe('/office/login?return=%2Fcollect%2F')
  })
})

test('every screen’s fragment is read back as the same screen', () => {
  const routes: CollectRoute[] = [
    { screen: 'home' },
    { screen: 'device' },
    { screen: 'task', consultationId: 'c-1' },
    { screen: 'newSession', consultationId: 'c-1' },
    { screen: 'form', billId: 'b-1' },
    { screen: 'form', billId: 'b-1', draftId: 'b-1-d1', pointId: 'hexi' },
    { screen: 'draft', consultationId: 'c-1' },
    { screen: 'draft', consultationId: 'c-1', at: 'art-24' },
    { screen: 'session', consultationId: 'c-1', sessionId: 's' },
    { screen: 'editSession', consultationId: 'c-1', sessionId: 's' },
    { screen: 'opinion', opinionId: 'x_-1' },
    { screen: 'opinion', opinionId: 'x_-1', justWritten: true },
    { screen: 'records', state: 'setAside' },
    { screen: 'records', state: 'queued', consultationId: 'c-1' },
  ]
  expect(routes.map((route) => readRoute(printRoute(route)))).toEqual(routes)
  expect(readRoute('#/nowhere')).toEqual({ screen: 'home' })
})
