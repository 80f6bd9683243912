import { choicesIn } from './choices-in.ts'

/** What went wrong and what to do about it. Row sentences take the facts the server gives. */
export const troubleZh = {
  title: '没有办成',
  offline: '连不上服务器。请检查网络，内容还在，稍后再按一次。',
  unexpected: '系统出了意外，内容还在。请再试一次。',
  requestId: (id: string) => `请求编号 ${id}，技术人员凭它能查到原因。`,
  /** Field names of the server's answers, as the forms call them. */
  fieldNames: {
    title: '法规名称',
    summary: '用大白话说说它管什么',
    text: '条文原文',
    datedOn: '文本日期',
    opensAt: '开始日期',
    closesAt: '截止日期',
    shortWindowReason: '时间缩短的原因',
    explanatoryNote: '草案说明',
    categories: '提意见人的类别',
    guidingQuestions: '想请大家谈的问题',
    answerExpectedOn: '预计哪天答复',
    postalAddress: '信件寄到哪里',
    phone: '电话',
    reason: '理由',
    proposal: '初步处理意见',
    resulting: '采纳后条款',
    'resulting.draftId': '哪一稿',
    'resulting.provisionId': '采纳后条款',
    'resulting.quote': '采纳后文字',
    responsible: '承办人',
    kind: '原因来自',
    sentence: '用一句话说明',
    decisions: '意见',
    note: '备注',
    head: '通报开头',
    name: '姓名',
    subject: '统一身份认证的账号',
    stations: '站点',
    stationId: '站点',
    drafted: '法言法语',
    proposedText: '拟改文字',
    contactPointId: '联系点',
  } as Record<string, string>,
  fieldMissing: (label: string) => `请填写“${label}”。`,
  fieldChoose: (label: string) => `请选择“${label}”。`,
  summary: (n: number) => `有 ${n} 处要改`,
  /** One cell or row of a spreadsheet. `value` is never the person's text, only a limit, a date or a choice. */
  row: {
    missing: () => '没有填。',
    'too-long': (facts: Facts) => `太长了${facts['limit'] ? `，不超过 ${said(facts['limit'])} 字` : ''}。`,
    'unknown-provision': () => '这一稿里没有这一条，请从下拉单里选；针对整个草案的可以不填。',
    'unknown-choice': (facts: Facts) =>
      facts['isMapped']
        ? '这个说法还没有说明是哪一种，请在“改这份对应关系”里选。'
        : `不是下拉单里的选项，请重新选${choicesIn(facts, '、', '：')}。`,
    'not-a-date': () => '日期看不懂，请写成 2026-11-20 这样。',
    'not-a-number': () => '请填整数。',
    'collected-after-close': (facts: Facts) =>
      `收集日期在截止之后，不能收${facts['closedOn'] ? `（${said(facts['closedOn'])} 截止）` : ''}。`,
    'collected-in-future': () => '收集日期在今天之后，请检查。',
    'late-without-date': (facts: Facts) =>
      `征求意见已${facts['closedOn'] ? `于 ${said(facts['closedOn'])} ` : ''}截止。截止前收集的，请填收集日期。`,
    'not-open-yet': () => '征求意见还没有开始。',
    'bad-characters': () => '有读不出来的字符，请重新输入这一格。',
    'row-number-repeated': () => '序号和前面的行重复了，请改成不同的序号。',
    'receipt-code-malformed': () => '回执码抄错了（应是 24 位），请对照纸面再看一遍。',
    'receipt-code-taken': () => '这个回执码已经用在别的意见上了，请核对纸面。',
    'store-failed': () => '服务器没有存上，再试一次就行。',
    'unknown-opinion': () => '编号不是这次征求意见的，这一行没有读。',
    superseded: () => '这条意见后来有了修订，请重新下载表。',
    'row-repeated': () => '同一条意见在表里出现了不止一次，只读第一次。',
    'no-later-draft': () => '还没有后一稿，不能指出采纳后的条款。',
    'not-a-later-draft': () => '指的不是后一稿。',
    'words-not-in-provision': () => '这些字不在后一稿的那一条里，请对照后一稿原文。',
  } as Record<string, (facts: Facts) => string>,
  rowUnknown: (code: string) => `这一格没有通过检查（${code}）。`,
}
export type Facts = Record<string, unknown>

/** A limit, a date or a choice as text; anything else is not for people. */
export function said(fact: unknown): string {
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : ''
}
