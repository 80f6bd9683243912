import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  PublishedBill,
  PublishedBulletins,
  PublishedConsultation,
  PublishedDraft,
  PublishedSite,
} from '#contract/published.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { carefulLineage, carefulDrafts } from './example-comparison.ts'
import { exampleSiteAuthority as authority } from './example-authority.ts'
import { exampleBulletins, exampleTallies } from './example-bulletin.ts'
import { exampleDraft, exampleProvisions, printNumber, revisedProvisions } from './example-law.ts'

/** The instant the example speaks from: 12 days before the waterfront's window closes. */
export const exampleNow = '2026-11-22T02:00:00.000Z'

const contactPoints = [
  [
    'hexi',
    '河西街道基层立法联系点',
    'npc',
    'municipal',
    '河西区河西街道',
    ['河西村老年活动室', '滨江花园小区'],
  ],
  ['dongmen', '东门街道基层立法联系点', 'npc', 'district', '东门区东门街道', ['东门菜场党群服务站']],
  ['qingyi', '青衣镇政府立法联系点', 'government', 'district', '青衣区青衣镇', []],
] as const

/** The files of a portal with nothing but itself. */
export function emptyPortal(): Record<string, unknown> {
  return { 'site.json': PublishedSite.parse({ authority, contactPoints: [] }) }
}

interface ExampleConsultation {
  id: string
  billId: string
  draftId: string
  billTitle: string
  opensAt: string
  closesAt: string
  counts: Record<string, number>
  answeredAt?: string
  overdue?: boolean
}

/** One consultation file in true shape. */
export function exampleConsultation(given: ExampleConsultation): unknown {
  const { counts, answeredAt, ...window } = given
  delete window.overdue
  return PublishedConsultation.parse({
    ...window,
    status: answeredAt ? 'answered' : 'announced',
    ...(answeredAt ? { answeredAt } : {}),
    extensions: [],
    explanatoryNote:
      '云溪江、青衣河两岸的步道已经贯通二十三公里，去年来过的人超过三百万。步道通了以后，遛狗、钓鱼、跳广场舞的争议也多了。\n\n草案有四个要点：\n一是写明滨水公共空间属于全体市民，免费、全天开放；\n二是规定步道、厕所、照明、救生设施怎么配；\n三是对遛狗、垂钓、音响等行为作出规定；\n四是让沿岸居民参与管理。',
    categories: ['沿岸居民', '经营者', '志愿者', '其他'],
    guidingQuestions: [
      '江边能不能遛狗、钓鱼？如果可以，您觉得划在哪里、什么时候合适？',
      '晚上几点以后应该安静下来？',
      '您家附近的步道还缺什么？',
    ],
    answerExpectedOn: given.overdue ? '2026-10-31' : '2027-02-28',
    postalAddress: '云溪市临江路 1 号 市人大常委会法制工作委员会（邮编 000000）',
    phone: '0000-1234567',
    noticeVersion: '2026-11',
    announcedAt: '2026-10-20T01:00:00.000Z',
    tallies: exampleTallies(counts),
    contactPointIds: ['hexi', 'dongmen'],
  })
}

/** Texts are dated before the window that asks about the first of them. */
function datesOf(opensAt = exampleNow): string[] {
  return [opensAt < '2026-10-28' ? '2026-08-20' : '2026-10-28', '2026-11-10', '2026-11-20']
}

function billFiles(given: {
  id: string
  title: string
  summary: string
  drafts: ReturnType<typeof exampleDraft>[]
  consultation?: Omit<ExampleConsultation, 'billId' | 'draftId' | 'billTitle'>
}): Record<string, unknown> {
  const { id, title, summary, drafts, consultation } = given
  const files: Record<string, unknown> = {
    [`bills/${id}.json`]: PublishedBill.parse({
      id,
      title,
      summary,
      drafts: drafts.map((draft, at) => ({
        id: draft.id,
        stage: draft.stage,
        title: draft.title,
        datedOn: datesOf(consultation?.opensAt)[at],
        articles: articlesOf(draft.provisions).length,
      })),
      consultationIds: consultation ? [consultation.id] : [],
    }),
  }
  for (const draft of drafts) files[`drafts/${draft.id}.json`] = PublishedDraft.parse(draft)
  const draft = drafts[0]
  if (consultation && draft)
    files[`consultations/${consultation.id}.json`] = exampleConsultation({
      ...consultation,
      billId: id,
      draftId: draft.id,
      billTitle: title,
    })
  return files
}

/** A portal in every state: open, open with one opinion, scheduled, closed, overdue, answered, long, without a consultation. */
export function examplePortal(): Record<string, unknown> {
  const bill = (id: string, title: string, summary: string) => ({ id, title, summary })
  const text = (id: string, billId: string, title: string, articles = 40) =>
    exampleDraft(id, billId, 'consultation', title, exampleProvisions(articles))
  const many = {
    '': 14,
    'art-24': 197,
    'art-23': 41,
    'art-9': 33,
    'art-31': 18,
    'art-26': 22,
    'art-12': 9,
    'art-21': 6,
    'art-25': 12,
    'art-35': 11,
    'art-2': 3,
    'art-16': 5,
    'art-40': 1,
  }
  return {
    'site.json': PublishedSite.parse({
      authority,
      contactPoints: contactPoints.map(([id, name, owner, tier, area, stations]) => ({
        id,
        name,
        owner,
        tier,
        area,
        address: `云溪市${area}文化路 8 号`,
        phone: '0000-7654321',
        openingHours: '周一至周六 9:00—17:00',
        stations: stations.map((station) => ({ name: station, area })),
      })),
    }),
    ...billFiles({
      ...bill(
        'waterfront',
        '云溪市滨水公共空间条例（草案）',
        '江边、河边的步道和绿地怎么用：能不能遛狗、钓鱼、跳舞，几点开放，谁来管。',
      ),
      drafts: [text('waterfront-1', 'waterfront', '云溪市滨水公共空间条例')],
      consultation: {
        id: 'c-waterfront',
        opensAt: '2026-11-03T16:00:00.000Z',
        closesAt: '2026-12-03T16:00:00.000Z',
        counts: many,
      },
    }),
    ...billFiles({
      ...bill(
        'one-voice',
        '云溪市关于优化营商环境、促进中小微企业和个体工商户高质量发展若干规定（草案修改征求意见稿）',
        '开店、办厂的手续怎么更省事，欠的账款怎么要回来。',
      ),
      drafts: [
        text(
          'one-voice-1',
          'one-voice',
          '云溪市关于优化营商环境、促进中小微企业和个体工商户高质量发展若干规定',
          12,
        ),
      ],
      consultation: {
        id: 'c-one-voice',
        opensAt: '2026-11-10T16:00:00.000Z',
        closesAt: '2026-12-20T16:00:00.000Z',
        counts: { 'art-3': 1 },
      },
    }),
    ...billFiles({
      ...bill('scheduled', '云溪市家庭医生服务条例（草案）', '签了家庭医生，能得到哪些服务，钱怎么算。'),
      drafts: [text('scheduled-1', 'scheduled', '云溪市家庭医生服务条例', 18)],
      consultation: {
        id: 'c-scheduled',
        opensAt: '2026-11-30T16:00:00.000Z',
        closesAt: '2026-12-31T16:00:00.000Z',
        counts: {},
      },
    }),
    ...billFiles({
      ...bill('closed', '云溪市停车管理条例（草案）', '小区里、马路边，车停在哪儿、收多少钱。'),
      drafts: [text('closed-1', 'closed', '云溪市停车管理条例', 30)],
      consultation: {
        id: 'c-closed',
        opensAt: '2026-09-30T16:00:00.000Z',
        closesAt: '2026-10-31T16:00:00.000Z',
        counts: { 'art-4': 40, 'art-9': 12, '': 3 },
        overdue: true,
      },
    }),
    ...billFiles({
      ...bill(
        'answered',
        '云溪市滨水公共空间条例（上一次征求意见）',
        '江边能不能遛狗、钓鱼：大家说了，条文改了。',
      ),
      drafts: [
        text('answered-1', 'answered', '云溪市滨水公共空间条例'),
        exampleDraft(
          'answered-2',
          'answered',
          'secondReading',
          '云溪市滨水公共空间条例',
          revisedProvisions(),
        ),
      ],
      consultation: {
        id: 'c-answered',
        opensAt: '2026-08-31T16:00:00.000Z',
        closesAt: '2026-09-30T16:00:00.000Z',
        counts: { 'art-24': 9, 'art-26': 3, 'art-31': 2, '': 2 },
        answeredAt: '2026-11-12T02:00:00.000Z',
      },
    }),
    'bulletins/c-answered.json': PublishedBulletins.parse(exampleBulletins('c-answered', 'answered-2')),
    ...billFiles({
      ...bill('long-code', '云溪市综合法典（草案）', '用来看五百条的法典读起来怎么样。'),
      drafts: [text('long-code-1', 'long-code', '云溪市综合法典', 500)],
      consultation: {
        id: 'c-long-code',
        opensAt: '2026-11-10T16:00:00.000Z',
        closesAt: '2027-01-20T16:00:00.000Z',
        counts: { 'art-3': 1, 'art-120': 18, 'art-333': 52 },
      },
    }),
    ...billFiles({
      ...bill('careful', '云溪市养老服务条例', '三个稿，条文加了、删了、挪了、拆开了。'),
      drafts: carefulDrafts('careful'),
    }),
    ...carefulLineage('careful'),
    ...billFiles({
      ...bill('text-only', '云溪市图书馆条例', '只公布文本、不征求意见的一件。'),
      drafts: [text('text-only-1', 'text-only', '云溪市图书馆条例', 9)],
    }),
  }
}

/** A thousand bills of 40 articles, one in ten of them open: what a province gathers in years. */
export function thousandBills(): Record<string, unknown> {
  const files: Record<string, unknown> = {
    'site.json': PublishedSite.parse({ authority, contactPoints: [] }),
  }
  for (let at = 1; at <= 1000; at += 1) {
    const id = `bill-${at}`
    const title = `云溪市第${printNumber(at)}号条例（草案）`
    const isOpen = at % 10 === 0
    const window = isOpen
      ? { opensAt: '2026-11-03T16:00:00.000Z', closesAt: '2026-12-03T16:00:00.000Z' }
      : { opensAt: '2026-08-03T16:00:00.000Z', closesAt: '2026-09-03T16:00:00.000Z' }
    Object.assign(
      files,
      billFiles({
        id,
        title,
        summary: '用来量一量一千件法规案的网站要生成多久。',
        drafts: [exampleDraft(`${id}-1`, id, 'consultation', title)],
        consultation: { id: `c-${at}`, ...window, counts: { 'art-3': at } },
      }),
    )
  }
  return files
}

/** Writes published files into a folder as the exporter does. */
export function writePublished(directory: string, files: Record<string, unknown>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content instanceof Uint8Array ? content : JSON.stringify(content))
  }
}

if (import.meta.main) {
  const directory = process.argv[2]
  if (!directory) throw new Error('say which folder to write to')
  writePublished(directory, process.argv[3] === 'empty' ? emptyPortal() : examplePortal())
}
