import type { DraftId, ProvisionId, BillId } from '#core/ids.ts'
import type { DraftText, DraftStage } from '#core/bill.ts'
import type { Provision } from '#core/draft/provision.ts'

/** Invented provisions of an invented city, in statutory form; an entry is the 款 of one article, an inner list its 项. */
type ExampleArticle = (string | string[])[]

const chapters: [string, ExampleArticle[]][] = [
  [
    '总则',
    [
      [
        '为了规范滨水公共空间的建设、开放和管理，满足人民群众亲水、休闲、健身的需要，根据有关法律、行政法规，结合本市实际，制定本条例。',
      ],
      [
        '本市行政区域内云溪江、青衣河沿岸滨水公共空间的规划、建设、开放、使用和管理，适用本条例。',
        '本条例所称滨水公共空间，是指河道蓝线以内以及蓝线两侧向社会公众开放的步道、绿地、广场、码头及其附属设施。',
      ],
      ['滨水公共空间属于全体市民。其建设和管理应当坚持以人为本、生态优先、共建共享、安全有序的原则。'],
      [
        '市人民政府应当加强对滨水公共空间工作的领导，建立综合协调机制，研究解决重大问题。',
        '沿岸区人民政府负责本辖区滨水公共空间的建设、开放和日常管理。',
      ],
      [
        '市绿化市容部门是滨水公共空间的主管部门。水务、交通、公安、体育、文化旅游等部门按照各自职责做好相关工作。',
      ],
      [
        '沿岸街道办事处、镇人民政府应当组织居民委员会、村民委员会和志愿者参与滨水公共空间的日常巡查和文明劝导。',
      ],
      ['任何单位和个人都有权对滨水公共空间的规划、建设和管理提出意见，对损害公共利益的行为进行劝阻和举报。'],
    ],
  ],
  [
    '规划与建设',
    [
      ['市规划资源部门应当会同市绿化市容、水务等部门编制滨水公共空间专项规划，报市人民政府批准后公布实施。'],
      ['编制专项规划应当采取座谈会、入户走访、网上征集等形式听取沿岸居民的意见，公示时间不少于三十日。'],
      [
        '沿岸步道应当贯通，宽度不少于三米。确因地形、历史建筑保护等原因不能贯通的，应当设置连接通道和指引标志。',
      ],
      [
        '滨水公共空间应当配套建设下列设施：',
        [
          '公共厕所、直饮水点和垃圾分类投放点；',
          '无障碍坡道、扶手和盲道；',
          '照明、监控和紧急呼叫装置；',
          '救生圈、救生绳等救护器材。',
        ],
      ],
      ['新建公共厕所的间距不超过五百米，并应当设置第三卫生间，二十四小时开放。'],
      ['步行道与骑行道应当分开设置；确实无法分开的，应当以颜色、材质或者标线明显区分，并限制骑行速度。'],
      ['在滨水公共空间内新建、改建建筑物，不得遮挡主要视线通廊，不得占用已经开放的步道和绿地。'],
      ['防汛墙改造应当与景观、休闲功能相结合，在保证防汛安全的前提下设置亲水平台。'],
    ],
  ],
  [
    '开放与服务',
    [
      ['滨水公共空间应当免费向社会公众开放。'],
      [
        '因施工、防汛、举办大型活动等需要临时关闭的，管理单位应当提前三日在现场和网上公告关闭的范围、时间和替代通行路线。',
      ],
      ['管理单位应当在主要出入口公示开放区域、服务设施分布、禁止行为和投诉电话。'],
      ['鼓励沿岸单位开放停车场、厕所和庭院。开放的具体办法由沿岸区人民政府制定。'],
      ['鼓励社会力量在滨水公共空间设置图书角、爱心驿站等便民设施，但是不得改变公共空间的公益性质。'],
      ['管理单位可以在不影响通行和防汛的区域设置便民摊位，摊位的种类、数量和时段应当征求周边居民的意见。'],
      ['市体育部门应当在滨水公共空间合理配置适合老年人、儿童和残疾人使用的健身设施，并定期检修。'],
    ],
  ],
  [
    '共享与共治',
    [
      ['滨水公共空间应当全时段向社会公众开放。夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染。'],
      [
        '在滨水公共空间内，禁止下列行为：',
        [
          '携带犬只进入；',
          '垂钓；',
          '在非指定区域使用音响设备开展健身、娱乐活动；',
          '游泳、擅自下水；',
          '燃放烟花爆竹、放飞孔明灯。',
        ],
        '前款规定的行为，由管理单位予以劝阻；劝阻无效的，报告有关行政管理部门依法处理。',
      ],
      ['电动自行车、摩托车不得进入步行道。残疾人、行动不便的老年人使用的电动轮椅除外。'],
      ['使用音响设备开展健身活动的，应当遵守时段和音量的规定。晚上九点至次日早上七点不得使用音响设备。'],
      ['沿岸居民委员会、村民委员会可以组织居民制定公约，约定本段滨水公共空间的使用规则。'],
      ['管理单位应当建立市民议事会，每季度至少召开一次会议，听取对开放和管理的意见，并公布采纳情况。'],
      ['举办五百人以上活动的，主办单位应当制定安全方案和环境恢复方案，并在活动结束后二十四小时内恢复原状。'],
    ],
  ],
  [
    '安全与应急',
    [
      ['管理单位应当定期检查护栏、亲水平台、步道等设施，发现隐患立即设置警示标志并组织维修。'],
      ['亲水平台和深水区域应当设置警示标志、护栏和救生器材，并在汛期和夜间加强巡查。'],
      ['遇有台风、暴雨、高水位等情况，管理单位应当按照应急预案及时关闭相关区域，并引导人员撤离。'],
      ['鼓励组建水上救援志愿队伍，沿岸区人民政府应当提供培训、器材和保险。'],
      ['管理单位在滨水公共空间采集的图像信息，应当依法保存和使用，不得用于公共安全以外的目的。'],
    ],
  ],
  [
    '法律责任与附则',
    [
      [
        '违反本条例规定，携带犬只进入滨水公共空间的，由公安机关责令改正；拒不改正的，处二十元以上二百元以下罚款。',
      ],
      ['违反本条例规定，在滨水公共空间垂钓的，由水务部门责令改正；拒不改正的，处五十元以上五百元以下罚款。'],
      [
        '违反本条例规定，占用步道、绿地的，由城市管理执法部门责令限期改正；逾期不改正的，处五百元以上五千元以下罚款。',
      ],
      ['主管部门和管理单位的工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分。'],
      ['其他河道、湖泊沿岸的公共空间，参照本条例执行。'],
      ['本条例自2027年5月1日起施行。'],
    ],
  ],
]

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1…9999 in Chinese numerals, as statutes print them. */
export function printNumber(number: number): string {
  const units = ['', '十', '百', '千']
  let text = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10
    if (digit === 0) zero = text !== ''
    else {
      text += (zero ? '零' : '') + digits[digit] + units[place]
      zero = false
    }
  }
  return text.startsWith('一十') ? text.slice(1) : text
}

function paragraphs(article: string, parts: ExampleArticle): Provision[] {
  const made: Provision[] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (typeof part === 'string') {
      const id = `${article}.p${made.length + 1}` as ProvisionId
      made.push({ id, kind: 'paragraph', number: made.length + 1, label: '', text: part, children: [] })
    } else if (last)
      last.children = part.map((text, at) => ({
        id: `${last.id}.i${at + 1}` as ProvisionId,
        kind: 'item',
        number: at + 1,
        label: `（${printNumber(at + 1)}）`,
        text,
        children: [],
      }))
  }
  return made
}

function articleOf(number: number, parts: ExampleArticle): Provision {
  const id = `art-${number}` as ProvisionId
  return {
    id,
    kind: 'article',
    number,
    label: `第${printNumber(number)}条`,
    text: '',
    children: paragraphs(id, parts),
  }
}

/** The example's chapters repeated until there are `count` articles; the 40 of its six chapters by default. */
export function exampleProvisions(
  count = 40,
  edit: (number: number, parts: ExampleArticle) => ExampleArticle = (_, p) => p,
): Provision[] {
  const made: Provision[] = []
  let number = 0
  const rounds = Math.ceil(count / 40)
  for (let round = 0; round < rounds; round += 1) {
    for (const [heading, articles] of chapters) {
      if (number >= count) break
      const chapter = made.length + 1
      const children = articles
        .slice(0, count - number)
        .map((parts) => articleOf((number += 1), edit(number, parts)))
      const printed = round === 0 ? heading : `${heading}（续${printNumber(round)}）`
      made.push({
        id: `chp-${chapter}` as ProvisionId,
        kind: 'chapter',
        number: chapter,
        label: `第${printNumber(chapter)}章`,
        heading: printed,
        text: '',
        children,
      })
    }
  }
  return made
}

/** A draft of the invented waterfront regulation. */
export function exampleDraft(
  id: string,
  billId: string,
  stage: DraftStage,
  title: string,
  provisions: Provision[] = exampleProvisions(),
): DraftText {
  return {
    id: id as DraftId,
    billId: billId as BillId,
    stage,
    title,
    enactmentNotes: ['（征求意见稿，2026年10月28日市人民政府提请审议）'],
    provisions,
  }
}

/** What the second reading made of 第二十四条: zones and hours instead of a ban. */
export function revisedProvisions(): Provision[] {
  return exampleProvisions(40, (number, parts) =>
    number === 24
      ? [
          '沿岸区人民政府可以划定区域、规定时段，有序开放遛狗、垂钓等活动，并向社会公布。',
          '在滨水公共空间内，禁止下列行为：',
          [
            '在划定的区域、时段以外携带犬只进入或者垂钓；',
            '在非指定区域使用音响设备开展健身、娱乐活动；',
            '游泳、擅自下水；',
            '燃放烟花爆竹、放飞孔明灯。',
          ],
        ]
      : number === 26
        ? [
            '使用音响设备开展健身活动的，应当遵守时段和音量的规定。晚上九点至次日早上七点不得使用音响设备，音量不得超过国家规定的环境噪声排放标准。',
          ]
        : parts,
  )
}
