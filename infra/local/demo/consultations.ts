import type { DemoConsultation, DemoTask } from './demo-type.ts'
import { demoExplanatoryNotes as notes } from './explanatory-notes.ts'

const whereToWrite = {
  postalAddress: '云溪市人民路1号市人大常委会法制工作委员会（信封请注明“立法意见”）',
  phone: '0000-8888 1234',
}

/** One consultation in each state a stranger should see. Ids are `c-` and the bill's own name. */
export const demoConsultations: DemoConsultation[] = [
  {
    id: 'c-waterfront',
    billId: 'yunxi-waterfront',
    draftId: 'yunxi-waterfront-d1',
    opensInDays: -18,
    closesInDays: 14,
    answerExpectedInDays: 44,
    explanatoryNote: notes.waterfront,
    categories: ['沿岸居民', '垂钓爱好者', '养犬人', '商户和企业', '志愿者', '学生', '其他市民'],
    guidingQuestions: [
      '您常去水边做什么？最不方便的是什么？',
      '垂钓应当完全禁止，还是划出地方和时间？',
      '带狗到水边，怎样规定对大家都公平？',
      '您家附近的岸边还缺什么？',
    ],
    ...whereToWrite,
  },
  {
    id: 'c-grain',
    billId: 'yunxi-grain',
    draftId: 'yunxi-grain-d1',
    opensInDays: -6,
    closesInDays: 25,
    answerExpectedInDays: 55,
    explanatoryNote: notes.grain,
    categories: ['种粮农户', '合作社', '承储企业', '其他市民'],
    guidingQuestions: ['卖粮时遇到过什么难处？', '您那里烘干、晾晒够不够用？'],
    ...whereToWrite,
  },
  {
    id: 'c-quiet-nights',
    billId: 'yunxi-quiet-nights',
    draftId: 'yunxi-quiet-nights-d1',
    opensInDays: -75,
    closesInDays: -44,
    answerExpectedInDays: -9,
    explanatoryNote: notes.quietNights,
    categories: ['居民', '商户和企业', '物业公司', '社区工作者', '养宠人', '学生'],
    guidingQuestions: ['您家受哪种噪声影响最大？', '装修、跳舞的时间怎样定合适？', '投诉时遇到过什么问题？'],
    ...whereToWrite,
    answeredDaysAgo: 10,
  },
  {
    id: 'c-stairs',
    billId: 'yunxi-stairs',
    draftId: 'yunxi-stairs-d1',
    opensInDays: 9,
    closesInDays: 40,
    answerExpectedInDays: 70,
    explanatoryNote: notes.stairs,
    categories: ['低楼层业主', '高楼层业主', '租户', '电梯企业', '社区工作者', '其他市民'],
    guidingQuestions: ['您住几楼？加装电梯对您有什么影响？', '费用怎样分担您觉得公平？'],
    ...whereToWrite,
  },
  {
    id: 'c-bikes',
    billId: 'yunxi-bikes',
    draftId: 'yunxi-bikes-d1',
    opensInDays: -0.3,
    closesInDays: 31,
    answerExpectedInDays: 61,
    explanatoryNote: notes.bikes,
    categories: ['骑车人', '快递和外卖骑手', '行人', '物业公司', '经营者', '其他市民'],
    guidingQuestions: ['您的车平时停哪里、在哪里充电？', '骑行时最担心什么？'],
    ...whereToWrite,
  },
  {
    // The whole way in one sitting: it closes ten minutes after the first start, and can then be decided and answered.
    id: 'c-parks',
    billId: 'yunxi-parks',
    draftId: 'yunxi-parks-d1',
    opensInDays: -35,
    closesInDays: 10 / (24 * 60),
    answerExpectedInDays: 30,
    explanatoryNote: notes.parks,
    categories: ['周边居民', '跳舞健身的人', '上夜班的人', '学生', '其他市民'],
    guidingQuestions: ['您夜里去公园做什么？', '几点关门、几点关灯合适？'],
    ...whereToWrite,
  },
]

export const demoTasks: DemoTask[] = [
  {
    consultationId: 'c-waterfront',
    contactPointId: 'xijie',
    dueInDays: 10,
    note: '请至少开一次座谈会，垂钓、养犬、带孩子的居民都要请到；重点听第二十四条、第二十五条。',
  },
  {
    consultationId: 'c-waterfront',
    contactPointId: 'hexi',
    dueInDays: 10,
    note: '请入户听取沿河村民意见，重点是第二条的范围和村民自用水埠。',
  },
  {
    consultationId: 'c-waterfront',
    contactPointId: 'yizhong',
    dueInDays: 7,
    note: '欢迎用模拟听证会的形式听取同学们的意见。',
  },
  {
    consultationId: 'c-waterfront',
    contactPointId: 'dongdu',
    dueInDays: 8,
    note: '请听取码头和沿岸企业的意见。',
  },
  {
    consultationId: 'c-grain',
    contactPointId: 'dongdu',
    dueInDays: 18,
    note: '重点听种粮农户对烘干、收购结算的意见。',
  },
  { consultationId: 'c-grain', contactPointId: 'hexi', dueInDays: 18, note: '重点听种粮农户的意见。' },
  {
    consultationId: 'c-quiet-nights',
    contactPointId: 'xijie',
    dueInDays: -48,
    note: '重点听广场舞队和周边居民两方面的意见。',
  },
  {
    consultationId: 'c-stairs',
    contactPointId: 'xijie',
    dueInDays: 35,
    note: '请分别听取高、低楼层业主的意见。',
  },
  {
    consultationId: 'c-parks',
    contactPointId: 'xijie',
    dueInDays: 0,
    note: '请听取公园周边居民和跳舞健身的人两方面的意见。',
  },
  {
    consultationId: 'c-bikes',
    contactPointId: 'ruanjian',
    dueInDays: 26,
    note: '请到骑手驿站听取外卖、快递骑手的意见。',
  },
]
