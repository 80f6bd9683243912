import type { Language } from '#contract/page-paths.ts'

const zh = {
  statusTitle: '您的意见到了哪一步',
  states: { received: '已经收到，正在登记', logged: '已经收到并登记在册', answered: '已经答复' },
  place: '登记为第 # 条（共 @ 条）。',
  receivedAt: '# 收到。',
  late: '在截止前收集，截止后上传。',
  expected: '答复预计在 # 前公布。到时候再用这个回执码来看。',
  yourWords: '您说的',
  about: '说的是',
  whole: '整部草案',
  changeType: '您怎么看？',
  verbatim: '用您自己的话说',
  drafted: '整理成的规范表述',
  revised: '联系点后来又作了整理，上面是最新的表述；您的原话一个字也没有改。',
  proposedText: '您建议的写法',
  reason: '为什么',
  proponent: '谁提的',
  people: '# 人',
  contactPoint: '联系点',
  theAnswer: '答复',
  answeredAt: '# 公布',
  nowReads: '现在写在#：',
  nowStands: '已经写进#。',
  readThere: '到条文里看',
  bulletin: '看采纳情况通报',
  bill: '看法规案',
  empty: '请填写回执码。',
  malformed: '回执码是 24 个字母和数字，像是抄错或者漏了一两个。请对照回执再看一遍。',
  unknown: '没有查到这个回执码。纸质回执要等联系点上传以后才能查到；也请再核对一遍。',
  unreachable: '现在查不到，可能是网络断了。请过一会儿再试，或者打电话问联系点。',
  looking: '正在查……',
  another: '再查一个',
}

export type ReceiptStrings = typeof zh

const en: ReceiptStrings = {
  statusTitle: 'Where your opinion stands',
  states: {
    received: 'Received, being registered',
    logged: 'Received and registered',
    answered: 'Answered',
  },
  place: 'Registered as number # of @.',
  receivedAt: 'Received at #.',
  late: 'Collected before the deadline, uploaded after it.',
  expected: 'The answer is expected by #. Come back with this code then.',
  yourWords: 'What you said',
  about: 'About',
  whole: 'The whole draft',
  changeType: 'Your view',
  verbatim: 'In your own words',
  drafted: 'In legal wording',
  revised:
    'The contact point has worked on it since; above is the newest wording. Not a word of yours was changed.',
  proposedText: 'The wording you proposed',
  reason: 'Why',
  proponent: 'Who said it',
  people: '# people',
  contactPoint: 'Contact point',
  theAnswer: 'The answer',
  answeredAt: 'Published on #',
  nowReads: 'It now stands in #:',
  nowStands: 'It went into #.',
  readThere: 'Read it in the text',
  bulletin: 'Read what was adopted',
  bill: 'See the bill',
  empty: 'Enter a receipt code.',
  malformed:
    'A receipt code has 24 letters and digits, and some seem to be wrong or missing. Compare it with your receipt.',
  unknown:
    'This code is not known. A paper receipt is found once the contact point has uploaded it; please compare the code again.',
  unreachable:
    'It cannot be looked up right now; perhaps the network is down. Try again later, or telephone.',
  looking: 'Looking it up…',
  another: 'Look up another',
}

/** The receipt page's strings in each language; they travel in the page for its script. */
export const receiptStrings: Record<Language, ReceiptStrings> = { zh, en }
