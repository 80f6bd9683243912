import type { Voice } from './read-voices.ts'

/** Form letters (R16): one text sent by many, some with a sentence of their own at the end. */
interface Letter {
  voice: Omit<Voice, 'area'>
  areas: readonly string[]
  copies: number
  ownSentences: readonly string[]
}

const anglers: Letter = {
  voice: {
    citation: '第二十四条',
    changeType: 'modify',
    category: '垂钓爱好者',
    verbatim:
      '云溪市钓鱼协会会员建议：不要一刀切禁止垂钓，请划定垂钓区、规定时段，实行一人一竿一钩，违规者列入黑名单。我们愿意承担垂钓区的卫生和劝导工作。',
    proposedText: '滨水公共空间实行分区垂钓，可以垂钓的岸段和时段由主管部门公布。',
  },
  areas: ['老城区', '北门街道', '高新区', '西街社区', '东渡镇'],
  copies: 30,
  ownSentences: [
    '另外，东渡湾的水泥平台最适合做垂钓区，离步道有四十米。',
    '本人是残疾人，请给垂钓区留一个轮椅能下去的位置。',
    '我儿子抑郁以后只愿意跟我去钓鱼，请留一块地方。',
    '如果要考试拿证，我愿意第一个去考。',
    '夜钓我也反对，晚上八点以后应该收竿。',
    '我的邮箱是 yuxian@example.com，需要志愿者请联系。',
    '铅坠也要禁，鸟会误吞。',
    '禁渔期我们一直都不下竿，请相信我们。',
  ],
}

const dogOwners: Letter = {
  voice: {
    citation: '第二十五条',
    changeType: 'modify',
    category: '养犬人',
    verbatim:
      '我是文明养犬人，承诺办证、牵绳、捡便、避让。请不要因为少数人不文明就禁止所有人，请划出携犬区域和携犬时段。',
    proposedText: '携犬进入滨水公共空间，应当在公布的区域和时段内，并束犬链、即时清除粪便。',
  },
  areas: ['高新区', '柳湾社区', '北门街道', '老城区'],
  copies: 24,
  ownSentences: [
    '我的狗是退役搜救犬，听话得很。',
    '我住柳湾，最近的宠物公园要开车四十分钟。',
    '建议河边多放几个捡便袋的盒子。',
    '早上六点到八点就够了。',
    '我愿意报名当文明养犬劝导员，电话 139-0000-5678。',
  ],
}

const parents: Letter = {
  voice: {
    citation: '第二十五条',
    changeType: 'support',
    category: '沿岸居民',
    verbatim: '我们是带孩子的家长，支持禁止携犬。孩子看到没拴绳的狗就害怕，水边应当先保证孩子安全。',
  },
  areas: ['柳湾社区', '云桥社区', '西街社区'],
  copies: 18,
  ownSentences: [
    '如果一定要让狗进，至少儿童乐园和亲水平台不能进。',
    '上周三傍晚五点半，一只大黑狗扑倒了我家双胞胎。',
    '分时段我也能接受，但要有人管。',
  ],
}

/** Every third copy or so ends in its sender's own sentence. */
export function letterVoices(): Voice[] {
  return [anglers, dogOwners, parents].flatMap(({ voice, areas, copies, ownSentences }) =>
    Array.from({ length: copies }, (_, copy) => {
      const own = copy % 3 === 1 ? (ownSentences[Math.floor(copy / 3)] ?? '') : ''
      return { ...voice, area: areas[copy % areas.length] ?? '老城区', verbatim: voice.verbatim + own }
    }),
  )
}
