import { reconcile } from '#core/deciding/reconciliation.ts'
import { noTallies, type Tallies } from '#core/log/tallies.ts'
import type { Outcome } from '#core/deciding/outcome.ts'

/** Tallies of the given counts by article, spread over channels and days so that plots have shape. */
export function exampleTallies(byArticle: Record<string, number>): Tallies {
  const received = Object.values(byArticle).reduce((sum, count) => sum + count, 0)
  if (received === 0) return noTallies
  const forum = Math.floor(received * 0.5)
  const visit = Math.floor(received * 0.2)
  const byDay: Record<string, number> = {}
  for (let at = 0; at < received; at += 1) {
    const day = `2026-11-${String(4 + ((at * at) % 18)).padStart(2, '0')}`
    byDay[day] = (byDay[day] ?? 0) + 1
  }
  return {
    entries: received,
    received,
    people: received === 1 ? 1 : Math.floor(received * 1.6),
    late: 0,
    byChannel: Object.fromEntries(
      Object.entries({ web: received - forum - visit, forum, visit }).filter(([, count]) => count > 0),
    ),
    byContactPoint: received > 1 ? { hexi: forum, dongmen: visit } : {},
    byArticle,
    byChangeType: { modify: received },
    byDay,
  }
}

const resulting = { provisionId: 'art-24', provisionLabel: '第二十四条' }
const zones = '沿岸区人民政府可以划定区域、规定时段，有序开放遛狗、垂钓等活动，并向社会公布。'
const zonesReason =
  '一律禁止难以执行，也不便民。草案二次审议稿改为由沿岸区人民政府划定区域、规定时段，有序开放。'

type Said = [string, string, string, Outcome, string, object?]

/** What people said in the example: article, words, who, outcome, reason, resulting words. */
const said: Said[] = [
  [
    'art-24',
    '早上六点到八点江边人少，老人遛狗不碍事。能不能划个地方、定个时间？',
    '河西村村民 12 人',
    'adopted',
    zonesReason,
    { ...resulting, quote: zones },
  ],
  [
    'art-24',
    '钓鱼是老年人最便宜的乐趣，划一段不影响走路的地方就行。',
    '沿岸居民',
    'adopted',
    zonesReason,
    { ...resulting, quote: zones },
  ],
  [
    'art-24',
    '我天天带狗走步道，牵着绳子、带着袋子，不该一刀切。',
    '沿岸居民',
    'adopted',
    zonesReason,
    { ...resulting, quote: zones },
  ],
  [
    'art-24',
    '江边钓了三十年鱼，禁了以后去哪儿？',
    '沿岸居民',
    'adopted',
    zonesReason,
    { ...resulting, quote: zones },
  ],
  [
    'art-24',
    '狗可以来，但是要有人管，别在孩子玩的沙坑边上。',
    '滨江花园小区居民 31 人',
    'partlyAdopted',
    '区域由沿岸区人民政府划定，划定时会避开儿童活动的地方；不在条例里逐一列出。',
    { ...resulting, quote: '在划定的区域、时段以外携带犬只进入或者垂钓；' },
  ],
  [
    'art-24',
    '建议全面禁止，狗吓着孩子谁负责？',
    '沿岸居民',
    'notAdopted',
    '划定区域和时段以后，两种需要都能照顾到；没有牵绳的，已有养犬管理的规定可以处罚。',
  ],
  [
    'art-24',
    '钓鱼钩甩到过路人，应当禁止。',
    '沿岸居民',
    'notAdopted',
    '划定区域和时段以后，两种需要都能照顾到；没有牵绳的，已有养犬管理的规定可以处罚。',
  ],
  [
    'art-24',
    '孔明灯早就禁了，还写它干什么？',
    '志愿者',
    'alreadyCovered',
    '市里的烟花爆竹管理规定已有要求，这里保留是为了让江边的人看得见。',
  ],
  [
    'art-24',
    '游泳能不能开一个安全的点？',
    '冬泳队 20 人',
    'deferred',
    '需要先评估水质和救护条件，请水务、体育部门明年提出方案。',
  ],
  [
    'art-26',
    '广场舞到九点可以，但音量要有个数。',
    '沿岸居民',
    'adoptedInSubstance',
    '增加「音量不得超过国家规定的环境噪声排放标准」，以国家标准为准，不另定分贝数。',
    { provisionId: 'art-26', provisionLabel: '第二十六条', quote: '音量不得超过国家规定的环境噪声排放标准' },
  ],
  [
    'art-26',
    '九点太早，夏天十点才凉快。',
    '广场舞队 16 人',
    'notAdopted',
    '沿岸住宅多，九点是多数居民的意见。',
  ],
  [
    'art-26',
    '学校旁边中午也该安静。',
    '沿岸居民',
    'referred',
    '已转市教育、生态环境部门，在学校周边噪声整治里一并研究。',
  ],
  [
    'art-31',
    '监控拍到的画面谁能看，要写清楚。',
    '沿岸居民',
    'alreadyCovered',
    '个人信息保护法和草案第三十四条已有规定。',
  ],
  ['art-31', '多装点监控。', '沿岸居民', 'referred', '已转公安部门研究。'],
  [
    '',
    '字太多，老人看不懂，能不能出个一页纸的？',
    '沿岸居民',
    'adoptedInSubstance',
    '通过以后会出一页纸的图解，放在各联系点。',
  ],
  ['', '江边饭店太贵。', '沿岸居民', 'outOfScope', '饭店价格由市场决定，不是这部条例能管的。'],
]

/** Two editions of an answer that adds up. */
export function exampleBulletins(consultationId: string, draftId: string): unknown {
  const labels: Record<string, string> = {
    'art-24': '第二十四条',
    'art-26': '第二十六条',
    'art-31': '第三十一条',
  }
  const rows = said.map(([article, verbatim, proponent, outcome, reason, words], at) => ({
    row: at + 1,
    provisionId: article === '' ? null : article,
    provisionLabel: labels[article] ?? '',
    changeType: article === '' ? 'general' : 'modify',
    verbatim,
    channel: proponent.includes('人') ? 'forum' : 'web',
    ...(proponent.includes('村民')
      ? { contactPointName: '河西街道基层立法联系点', proposedText: '可以在划定的区域、时段遛狗、钓鱼。' }
      : {}),
    proponent,
    outcome,
    reason,
    ...(words ? { resulting: { draftId, ...words } } : {}),
  }))
  const { byOutcome } = reconcile(said.map(([, , , outcome]) => outcome))
  const counts: Record<string, number> = {}
  for (const [article] of said) counts[article] = (counts[article] ?? 0) + 1
  const edition = (number: number, publishedAt: string) => ({
    consultationId,
    edition: number,
    publishedAt,
    head: '2026年9月1日至9月30日，我们就《云溪市滨水公共空间条例（草案）》公开征求意见。通过网上、座谈会、入户走访，共收到意见 16 条。大家说得最多的，是江边能不能遛狗、钓鱼。\n\n我们逐条研究，现将采纳情况通报如下。',
    tallies: exampleTallies(counts),
    reconciliation: { received: said.length, undecided: 0, byOutcome },
    rows,
  })
  const first = edition(1, '2026-11-11T02:00:00.000Z')
  const reasonBefore = '沿岸住宅多，十点太晚。'
  const corrected = {
    ...edition(2, '2026-11-12T02:00:00.000Z'),
    correction: '第二十六条一条意见的理由写漏了。',
  }
  return {
    editions: [
      { ...first, rows: rows.map((row) => (row.row === 11 ? { ...row, reason: reasonBefore } : row)) },
      corrected,
    ],
  }
}
