import type { DemoBill, DemoDraft } from './demo-type.ts'

export const demoBills: DemoBill[] = [
  {
    id: 'yunxi-waterfront',
    title: '云溪市滨水公共空间条例',
    summary:
      '云溪两岸的步道、绿地、广场怎么建、怎么管、大家怎么用。草案规定全天免费开放，要求步道贯通、设施无障碍，并对垂钓、遛狗、骑行、广场舞、烧烤等作出规定。',
    createdDaysAgo: 60,
  },
  {
    id: 'yunxi-grain',
    title: '云溪市粮食储备管理办法',
    summary:
      '政府储备粮怎么收、怎么存、怎么轮换、什么时候可以动用。草案要求收粮当场结清、不打白条，规定成品粮储备够主城区吃十五天。',
    createdDaysAgo: 30,
  },
  {
    id: 'yunxi-quiet-nights',
    title: '云溪市社会生活噪声防治规定',
    summary: '装修、广场舞、商铺喇叭、宠物叫声等身边噪声怎么管，几点以后要安静，投诉找谁、多久答复。',
    createdDaysAgo: 120,
  },
  {
    id: 'yunxi-stairs',
    title: '云溪市老旧住宅加装电梯若干规定',
    summary: '四层以上没有电梯的老房子怎样商量加装电梯：多少人同意、钱怎么分担、低楼层受影响怎么办。',
    createdDaysAgo: 20,
  },
  {
    id: 'yunxi-bikes',
    title: '云溪市电动自行车管理规定',
    summary: '电动自行车上牌、骑行、停放、充电的规则。草案禁止进楼入户充电，要求小区和周边配套集中充电场所。',
    createdDaysAgo: 15,
  },
  {
    id: 'yunxi-parks',
    title: '云溪市公园夜间开放若干规定',
    summary: '公园夜里开到几点、灯亮到几点、跳舞到几点。草案规定二十二时清园，广场舞二十时三十分以前结束。',
    createdDaysAgo: 45,
  },
]

export const demoDrafts: DemoDraft[] = [
  {
    id: 'yunxi-waterfront-d1',
    billId: 'yunxi-waterfront',
    stage: 'consultation',
    textFile: 'waterfront-consultation.txt',
    datedDaysAgo: 25,
  },
  {
    id: 'yunxi-waterfront-d2',
    billId: 'yunxi-waterfront',
    stage: 'secondReading',
    textFile: 'waterfront-second-reading.txt',
    datedDaysAgo: 1,
  },
  {
    id: 'yunxi-grain-d1',
    billId: 'yunxi-grain',
    stage: 'consultation',
    textFile: 'grain-consultation.txt',
    datedDaysAgo: 12,
  },
  {
    id: 'yunxi-quiet-nights-d1',
    billId: 'yunxi-quiet-nights',
    stage: 'consultation',
    textFile: 'quiet-nights-consultation.txt',
    datedDaysAgo: 80,
  },
  {
    id: 'yunxi-quiet-nights-d2',
    billId: 'yunxi-quiet-nights',
    stage: 'votingText',
    textFile: 'quiet-nights-voting.txt',
    datedDaysAgo: 15,
    releasedDaysAgo: 10.5,
  },
  {
    id: 'yunxi-stairs-d1',
    billId: 'yunxi-stairs',
    stage: 'consultation',
    textFile: 'stairs-consultation.txt',
    datedDaysAgo: 6,
  },
  {
    id: 'yunxi-bikes-d1',
    billId: 'yunxi-bikes',
    stage: 'consultation',
    textFile: 'bikes-consultation.txt',
    datedDaysAgo: 4,
  },
  {
    id: 'yunxi-parks-d1',
    billId: 'yunxi-parks',
    stage: 'consultation',
    textFile: 'parks-consultation.txt',
    datedDaysAgo: 40,
  },
  {
    id: 'yunxi-parks-d2',
    billId: 'yunxi-parks',
    stage: 'secondReading',
    textFile: 'parks-second-reading.txt',
    datedDaysAgo: 1,
  },
]
