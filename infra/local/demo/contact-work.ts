/* What the contact points of the demo did besides writing opinions down: sessions held, reports sent up. */

export interface DemoSession {
  id: string
  consultationId: string
  contactPointId: string
  stationId: string
  channel: 'forum' | 'visit' | 'letterbox'
  place: string
  heldDaysAgo: number
  headcount: number
  note: string
}

/** Device ids are made on devices; the demo's two are made up. */
export const demoDeviceId = '7b1f6a3e-6d0c-4a51-9a6e-0c2f4be1d001'

export const demoSessions: DemoSession[] = [
  {
    id: '3f0a1c52-1111-4c8e-8a01-5d2e9b7c0001',
    consultationId: 'c-waterfront',
    contactPointId: 'xijie',
    stationId: 'xijie-shequ',
    channel: 'forum',
    place: '西街社区服务中心 2 楼会议室',
    heldDaysAgo: 12,
    headcount: 46,
    note: '养犬的、垂钓的、带孩子的都请到了。',
  },
  {
    id: '3f0a1c52-1111-4c8e-8a01-5d2e9b7c0002',
    consultationId: 'c-waterfront',
    contactPointId: 'xijie',
    stationId: 'xijie-yunqiao',
    channel: 'forum',
    place: '云桥社区老年活动室',
    heldDaysAgo: 9,
    headcount: 58,
    note: '',
  },
  {
    id: '3f0a1c52-1111-4c8e-8a01-5d2e9b7c0003',
    consultationId: 'c-waterfront',
    contactPointId: 'xijie',
    stationId: 'xijie-liuwan',
    channel: 'visit',
    place: '柳湾社区沿河三栋楼',
    heldDaysAgo: 6,
    headcount: 31,
    note: '晚饭后入户。',
  },
  {
    id: '3f0a1c52-1111-4c8e-8a01-5d2e9b7c0004',
    consultationId: 'c-waterfront',
    contactPointId: 'hexi',
    stationId: 'hexi-litang',
    channel: 'forum',
    place: '河西村文化礼堂',
    heldDaysAgo: 10,
    headcount: 64,
    note: '逢集，人多。',
  },
  {
    id: '3f0a1c52-1111-4c8e-8a01-5d2e9b7c0005',
    consultationId: 'c-quiet-nights',
    contactPointId: 'xijie',
    stationId: 'xijie-shequ',
    channel: 'forum',
    place: '西街社区广场',
    heldDaysAgo: 55,
    headcount: 40,
    note: '广场舞队和楼上居民面对面。',
  },
]

export interface DemoReport {
  consultationId: string
  contactPointId: string
  /** How far it has come. */
  status: 'draft' | 'submitted' | 'received'
  documentNumber: string
  signedBy: string
  savedDaysAgo: number
  /** By article as people cite it; `''`: on the draft as a whole. */
  summaries: Record<string, string>
}

export const demoReports: DemoReport[] = [
  {
    consultationId: 'c-quiet-nights',
    contactPointId: 'xijie',
    status: 'received',
    documentNumber: '西街联〔2026〕4号',
    signedBy: '周海燕',
    savedDaysAgo: 49,
    summaries: {},
  },
  {
    consultationId: 'c-waterfront',
    contactPointId: 'hexi',
    status: 'submitted',
    documentNumber: '河西联〔2026〕2号',
    signedBy: '吴建国',
    savedDaysAgo: 0.5,
    summaries: {
      第二十四条: '村民不赞成一律禁止，主张划出河段、定好时间，由村里自己管。',
      '': '总体赞成立法，希望写得村里人看得懂。',
    },
  },
  {
    consultationId: 'c-parks',
    contactPointId: 'xijie',
    status: 'draft',
    documentNumber: '',
    signedBy: '',
    savedDaysAgo: 1,
    summaries: { 第六条: '跳舞的要时间，带孩子的要安静，两边都同意夏天和冬天分开定。' },
  },
]
