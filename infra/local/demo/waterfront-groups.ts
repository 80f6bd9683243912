import type { Proponent } from '#core/opinion.ts'
import type { Voice } from './read-voices.ts'

/** Opinions of groups (R15): the proponent is the group with its headcount, the recorder somebody else. */
export interface GroupVoice {
  voice: Voice
  proponent: Proponent
}

function group(
  groupName: string,
  headcount: number,
  area: string,
  voice: Omit<Voice, 'area' | 'category'>,
): GroupVoice {
  return {
    voice: { ...voice, area, category: '' },
    proponent: { kind: 'group', groupName, headcount, area },
  }
}

export const waterfrontGroups: GroupVoice[] = [
  group('河西村村民', 12, '河西村', {
    citation: '第二条',
    changeType: 'modify',
    verbatim:
      '我们十二户的菜地和自用水埠都在红线里，请把村民的承包地、鱼塘、水埠划出来，不然以后洗个菜都要问一问。',
    proposedText: '不包括村民承包经营的耕地、鱼塘和自用水埠。',
    reason: '承包地受法律保护，不是公共空间。',
    drafted: '建议在第二条第二款增加除外规定：不包括村民承包经营的耕地、鱼塘和自用水埠。',
  }),
  group('河西村第三村民小组', 41, '河西村', {
    citation: '第二十四条',
    changeType: 'modify',
    verbatim: '村民小组开会议了一晚上，三十六个人同意村口老码头上游到水闸可以钓，下游洗菜的地方不要钓。',
    drafted: '建议村庄岸段的垂钓区由村民会议讨论后报镇人民政府公布。',
  }),
  group('塔下村老年协会', 28, '塔下村', {
    citation: '第十五条',
    changeType: 'add',
    verbatim: '塔下河汛期水涨得快，救生圈一个月看一次太少，起码一个礼拜一次，我们老年协会可以帮着看。',
    drafted: '建议增加汛期每周检查救生设备的规定。',
  }),
  group('西街社区晨练队', 35, '西街社区', {
    citation: '第二十四条',
    changeType: 'support',
    verbatim: '晨练队全体赞成管住钓鱼的，步道上一排竿子，跑步要跳着走。',
  }),
  group('云桥社区广场舞队', 26, '云桥社区', {
    citation: '第二十六条',
    changeType: 'modify',
    verbatim: '我们队愿意把音箱调小、朝着河摆，也愿意九点准时散，只求有个固定的地方，不要今天赶明天赶。',
    drafted: '建议划定相对固定的群众健身活动场地。',
  }),
  group('柳湾社区养犬互助群', 57, '柳湾社区', {
    citation: '第二十五条',
    changeType: 'modify',
    verbatim:
      '群里投了票，五十七户都同意：牵绳、捡便、戴牌、早晚两个时段，谁违反群里公布谁。请给我们这个机会。',
    proposedText: '每日六时至八时、十九时至二十一时可以携犬通行。',
    drafted: '建议实行分时段携犬，并明确携犬人义务。',
  }),
  group('云桥社区宝妈群', 46, '云桥社区', {
    citation: '第二十五条',
    changeType: 'modify',
    verbatim: '儿童乐园、亲水平台坚决不能有狗。别的地方早晚错开可以商量。',
    proposedText: '儿童游乐场、亲水平台禁止携犬进入。',
    drafted: '建议分区管理，儿童游乐场、亲水平台禁止携犬。',
  }),
  group('柳湾社区残疾人协会', 9, '柳湾社区', {
    citation: '第十二条',
    changeType: 'modify',
    verbatim: '九个轮椅使用者一起走了一遍样板段，十一个出入口有七个卡轮椅。请把隔离桩的间距写进法规。',
    drafted: '建议明确出入口隔离设施应当可供轮椅通过。',
  }),
  group('东渡码头装卸工班组', 15, '东渡镇', {
    citation: '第二条',
    changeType: 'question',
    verbatim: '码头还在干活，吊车转来转去，要是算公共空间让人随便进，砸着人算谁的？',
  }),
  group('高二（3）班', 52, '老城区', {
    citation: null,
    changeType: 'general',
    verbatim:
      '全班模拟听证会的结论：分区、分时、立牌子、先劝后罚。我们还设计了垂钓区的牌子，可以送给市里用。',
  }),
]
