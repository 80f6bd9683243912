import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Authority } from '#contract/authority.ts'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { changedArticles } from '#core/lineage/causes.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { outcomesWithWords } from '#core/deciding/outcome.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import { BillId, ConsultationId, DraftId } from '#core/ids.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import { Member, roles } from '#core/member.ts'
import { Proponent } from '#core/opinion.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, provisionWords, type Provision } from '#core/draft/provision.ts'
import { demo } from '../../infra/local/demo/demo.ts'
import { readVoices } from '../../infra/local/demo/read-voices.ts'

const drafts = new Map(
  demo.drafts.map((draft) => {
    const url = new URL(`../../infra/local/demo/texts/${draft.textFile}`, import.meta.url)
    return [draft.id, parseDraft(readFileSync(url, 'utf8'))]
  }),
)
const provisionsOf = (draftId: string): Provision[] => drafts.get(draftId)?.provisions ?? []
const opinionsOf = (id: string) => demo.opinions.filter(({ consultationId }) => consultationId === id)

describe('texts of the demo', () => {
  it.each([
    ['yunxi-waterfront-d1', 40],
    ['yunxi-waterfront-d2', 42],
    ['yunxi-grain-d1', 18],
    ['yunxi-quiet-nights-d1', 20],
    ['yunxi-quiet-nights-d2', 21],
    ['yunxi-stairs-d1', 16],
    ['yunxi-bikes-d1', 18],
    ['yunxi-parks-d1', 8],
    ['yunxi-parks-d2', 9],
  ])('%s has %i articles and no problem', (id, articles) => {
    expect(drafts.get(id)?.problems).toEqual([])
    expect(articlesOf(provisionsOf(id))).toHaveLength(articles)
  })

  it('the waterfront bill has six chapters, bans at first and allows later', () => {
    expect(provisionsOf('yunxi-waterfront-d1').map(({ kind }) => kind)).toEqual(Array(6).fill('chapter'))
    const words = (id: string, citation: string) => {
      const found = findProvision(provisionsOf(id), citation)
      return found ? provisionWords(found) : ''
    }
    expect(words('yunxi-waterfront-d1', '第二十四条')).toBe('滨水公共空间内禁止垂钓。')
    expect(words('yunxi-waterfront-d2', '第二十五条')).toContain('分区垂钓')
  })
})

describe('causes of the demo', () => {
  it('every changed article of the released later draft says why, and no other does', () => {
    const links = alignDrafts(provisionsOf('yunxi-quiet-nights-d1'), provisionsOf('yunxi-quiet-nights-d2'))
    const named = demo.causes.map(({ citation }) => {
      const article = findProvision(provisionsOf('yunxi-quiet-nights-d2'), citation)
      return { side: 'to', provisionId: article?.id }
    })
    expect(named).toEqual(changedArticles(links))
  })
})

describe('data of the demo', () => {
  it('every id and shape is what the desk stores', () => {
    Authority.parse(demo.authority)
    for (const point of demo.contactPoints) ContactPoint.parse({ ...point, rev: 0 })
    for (const member of demo.members) Member.parse({ ...member, active: true, rev: 0 })
    for (const { id } of demo.bills) BillId.parse(id)
    for (const { id } of demo.drafts) DraftId.parse(id)
    for (const { id } of demo.consultations) ConsultationId.parse(id)
    for (const { proponent } of demo.opinions) Proponent.parse(proponent)
    expect(new Set(demo.members.map(({ role }) => role))).toEqual(new Set(roles))
    expect(new Set(demo.contactPoints.map(({ owner }) => owner))).toEqual(new Set(['npc', 'government']))
  })

  it('every state of a consultation can be seen, and every window is at least 30 days', () => {
    const windows = demo.consultations.map(({ opensInDays, closesInDays }) => closesInDays - opensInDays)
    expect(Math.min(...windows)).toBeGreaterThanOrEqual(30)
    expect(demo.consultations.some(({ answeredDaysAgo }) => answeredDaysAgo !== undefined)).toBe(true)
    expect(demo.consultations.some(({ opensInDays }) => opensInDays > 0)).toBe(true)
    const open = demo.consultations.filter(
      ({ opensInDays, closesInDays }) => opensInDays < 0 && closesInDays > 0,
    )
    expect(open.map(({ id }) => opinionsOf(id).length)).toEqual([expect.any(Number), 12, 0, 8])
  })

  it('every opinion cites a provision that is there and came while its consultation was open', () => {
    for (const opinion of demo.opinions) {
      const asked = demo.consultations.find(({ id }) => id === opinion.consultationId)
      expect(asked).toBeDefined()
      if (!asked) continue
      if (opinion.citation !== null)
        expect(findProvision(provisionsOf(asked.draftId), opinion.citation), opinion.citation).toBeDefined()
      if (opinion.quote !== undefined) {
        const found = findProvision(provisionsOf(asked.draftId), opinion.citation ?? '')
        expect(found && provisionWords(found)).toContain(opinion.quote)
      }
      const { receivedDaysAgo, collectedDaysAgo = receivedDaysAgo } = opinion
      expect(-receivedDaysAgo).toBeGreaterThan(asked.opensInDays)
      expect(-receivedDaysAgo).toBeLessThan(Math.min(0, asked.closesInDays))
      expect(-collectedDaysAgo).toBeGreaterThan(asked.opensInDays)
      expect(collectedDaysAgo).toBeGreaterThanOrEqual(receivedDaysAgo)
    }
  })

  it('the waterfront has a few hundred opinions, most from contact points, over a hundred voices of their own', () => {
    const opinions = opinionsOf('c-waterfront')
    expect(opinions.length).toBeGreaterThanOrEqual(300)
    expect(
      opinions.filter(({ contactPointId }) => contactPointId !== undefined).length,
    ).toBeGreaterThanOrEqual(200)
    expect(new Set(readVoices('waterfront-voices.txt').map(({ verbatim }) => verbatim)).size).toBeGreaterThan(
      100,
    )
    expect(
      opinions.some(({ proponent }) => proponent.groupName === '河西村村民' && proponent.headcount === 12),
    ).toBe(true)
    expect(opinions.filter(({ quote }) => quote !== undefined).length).toBeGreaterThan(20)
    expect(opinions.some(({ verbatim }) => maskPersonalData(verbatim).found.includes('mobile'))).toBe(true)
  })

  it('only contact points with the task collected, at stations of their own', () => {
    for (const { consultationId, contactPointId, stationId } of demo.opinions) {
      if (contactPointId === undefined) continue
      const given = demo.tasks.filter((task) => task.consultationId === consultationId)
      expect(given.map((task) => task.contactPointId)).toContain(contactPointId)
      const point = demo.contactPoints.find(({ id }) => id === contactPointId)
      expect(point?.stations.map(({ id }) => id)).toContain(stationId)
    }
  })

  it('every answered opinion has a reason, and what was adopted points at words that stand there', () => {
    const answered = opinionsOf('c-quiet-nights')
    expect(answered.length).toBeGreaterThan(50)
    for (const { decision, verbatim } of answered) {
      expect(decision?.reason, verbatim).toBeTruthy()
      if (!decision || !outcomesWithWords.includes(decision.outcome)) continue
      const { draftId = '', citation = '', quote = '' } = decision.resulting ?? {}
      const found = findProvision(provisionsOf(draftId), citation)
      expect(found && provisionWords(found), `${citation} ${quote}`).toContain(quote)
      expect(quote).not.toBe('')
    }
  })

  it('is the same every time it is made', async () => {
    const { waterfrontOpinions } = await import('../../infra/local/demo/waterfront-opinions.ts')
    expect(waterfrontOpinions()).toEqual(opinionsOf('c-waterfront'))
  })
})
