import type { Language } from '#contract/page-paths.ts'

/** What news readers and calendars show. */
const zh = {
  title: (city: string) => `${city} 开门立法`,
  subscribe: '有了新消息想知道：',
  atom: '订阅消息（Atom）',
  calendar: '把截止日期放进日历',
  asking: (bill: string) => `《${bill}》公开征求意见`,
  askingText: (from: string, until: string, expected: string) =>
    `${from} 开始，${until} 截止。答复预计在 ${expected} 前公布。`,
  extended: (bill: string) => `《${bill}》征求意见延长`,
  extendedText: (until: string, reason: string) => `延长到 ${until}。原因：${reason}`,
  answered: (bill: string) => `《${bill}》采纳情况通报`,
  correctedText: (reason: string, counts: string) => `更正：${reason} ${counts}`,
  corrected: (bill: string, edition: number) => `《${bill}》采纳情况通报（第 ${edition} 版）`,
  answeredText: (received: number, adopted: number) =>
    `收到 ${received} 条意见，条条有答复；其中采纳 ${adopted} 条。`,
  closes: (bill: string) => `《${bill}》征求意见截止`,
  closesText: '截止以前，网上、电话、来信或者到联系点都可以说。',
  answerDue: (bill: string) => `《${bill}》预计公布答复`,
}

export type FeedStrings = typeof zh

const en: FeedStrings = {
  title: (city) => `${city} Open Lawmaking`,
  subscribe: 'To hear what is new:',
  atom: 'news feed (Atom)',
  calendar: 'deadlines for your calendar',
  asking: (bill) => `Comments invited on “${bill}”`,
  askingText: (from, until, expected) =>
    `Open from ${from} until ${until}. The answer is expected by ${expected}.`,
  extended: (bill) => `More time to comment on “${bill}”`,
  extendedText: (until, reason) => `Extended until ${until}. Reason: ${reason}`,
  answered: (bill) => `What was adopted: “${bill}”`,
  correctedText: (reason, counts) => `Corrected: ${reason} ${counts}`,
  corrected: (bill, edition) => `What was adopted: “${bill}” (edition ${edition})`,
  answeredText: (received, adopted) =>
    `${received} opinions were received and every one is answered; ${adopted} of them adopted.`,
  closes: (bill) => `Comments close on “${bill}”`,
  closesText: 'Until then you can comment here, by telephone, by post or at a contact point.',
  answerDue: (bill) => `Answer expected on “${bill}”`,
}

export const feedStrings: Record<Language, FeedStrings> = { zh, en }
