import type { Language } from '#contract/page-paths.ts'

/** Words of the bulletin page beyond those every page shares. */
interface BulletinStrings {
  figures: string
  figuresLead: string
  closing: string
  outcomesByArticle: string
  article: string
  sum: string
  /** Three kinds of outcome a bar is made of, in its order. */
  kinds: readonly [string, string, string]
  byPoint: string
  point: string
  pointsTogether: (places: number) => string
  smallRule: (least: number) => string
  count: (n: number) => string
  correction: (edition: number) => string
  superseded: (edition: number, newest: number) => string
  supersededSay: string
  toNewest: string
  changesTitle: (from: number, to: number) => string
  wordsChanged: string
  changed: (n: number) => string
  added: (n: number) => string
  removed: (n: number) => string
  nothingElse: string
  before: string
  after: string
  document: string
  /** Instead of it, where there are too many opinions. */
  noDocument: string
  foldHint: string
  /** Opinions with the same answer that the page has no room for. */
  otherVoices: (n: number) => string
  /** Answers to opinions on an article; `others`: besides those that are shown. */
  untold: (answers: number, opinions: number, others: boolean) => string
  /** Link to every opinion. */
  everyOpinion: string
  /** Behind words that end with ……. */
  shortened: string
  /** In a preview of a correction. */
  changesLater: string
  /** Behind a list that names the first of them only. */
  andMore: (n: number) => string
}

export const bulletinStrings: Record<Language, BulletinStrings> = {
  zh: {
    figures: '先看一眼',
    figuresLead: '意见从哪里来、说的是哪一条、结果怎么样。每张图下面都有数字。',
    closing: '其他说明',
    outcomesByArticle: '每一条的结果',
    article: '条款',
    sum: '合计',
    kinds: ['采纳、部分采纳或以其他方式体现', '已有规定、转办或留待研究', '没有采纳或不归这部法管'],
    byPoint: '哪些联系点收集的',
    point: '联系点',
    pointsTogether: (places) => `另外 ${places} 处合计`,
    smallRule: (least) => `不到 ${least} 条的联系点合在一起算，免得从数字里猜出是谁说的。`,
    count: (n) => `${n} 条`,
    correction: (edition) => `第 ${edition} 版为什么更正`,
    superseded: (edition, newest) => `这是第 ${edition} 版，已经由第 ${newest} 版代替`,
    supersededSay: '原样留在这里，方便对照。回执查到的答复，以最新一版为准。',
    toNewest: '看最新一版',
    changesTitle: (from, to) => `第 ${to} 版和第 ${from} 版有什么不同`,
    wordsChanged: '开头或各部分的说明改过。',
    changed: (n) => `${n} 条意见的答复改了`,
    added: (n) => `新登出 ${n} 条意见`,
    removed: (n) => `${n} 条意见不再单独登出`,
    nothingElse: '答复没有变。',
    before: '原来',
    after: '现在',
    document: '下载 Word 版通报',
    noDocument: '意见太多，Word 打不开，所以没有 Word 版；每一条意见和答复都在开放数据的表格里。',
    foldHint: '意见多，按条收起。点开一条，看大家说了什么、怎么答复的。',
    otherVoices: (n) => `还有 ${n} 条得到同样的答复。`,
    untold: (answers, opinions, others) =>
      `${others ? '这一条还有' : '这一条有'} ${answers} 种答复，回应 ${opinions} 条意见，页面上放不下。`,
    everyOpinion: '每一条意见和答复都在开放数据里',
    shortened: '只登了开头，全文在开放数据里',
    changesLater: '意见太多，和上一版有哪些不同，发布时再逐条比对、登在这里。',
    andMore: (n) => `还有 ${n} 条`,
  },
  en: {
    figures: 'At a glance',
    figuresLead:
      'Where opinions came from, what they were about, and what became of them. Each plot has its numbers below.',
    closing: 'Further notes',
    outcomesByArticle: 'Outcomes by article',
    article: 'Article',
    sum: 'Total',
    kinds: [
      'Adopted, partly adopted or met in another way',
      'Already covered, passed on or kept for later',
      'Not adopted or outside this law',
    ],
    byPoint: 'Contact points that collected them',
    point: 'Contact point',
    pointsTogether: (places) => `${places} others together`,
    smallRule: (least) =>
      `Contact points with fewer than ${least} opinions are counted together, so that no number tells who spoke.`,
    count: (n) => `${n} opinion${n === 1 ? '' : 's'}`,
    correction: (edition) => `Why edition ${edition} corrects the one before`,
    superseded: (edition, newest) => `This is edition ${edition}; edition ${newest} has taken its place`,
    supersededSay: 'It is kept as it was, for comparison. Receipts answer from the newest edition.',
    toNewest: 'Read the newest edition',
    changesTitle: (from, to) => `What edition ${to} says differently from edition ${from}`,
    wordsChanged: 'The opening or the words leading into a part were changed.',
    changed: (n) => `${n} opinion${n === 1 ? ' is' : 's are'} answered differently`,
    added: (n) => `${n} opinion${n === 1 ? ' is' : 's are'} new`,
    removed: (n) =>
      `${n} opinion${n === 1 ? ' is' : 's are'} no longer listed by ${n === 1 ? 'itself' : 'themselves'}`,
    nothingElse: 'No answer was changed.',
    before: 'Before',
    after: 'Now',
    document: 'Download as a Word file',
    noDocument:
      'There is no Word file: no word processor opens so many opinions. Every opinion and its answer is in the tables of the open data.',
    foldHint:
      'There are many opinions, so articles are folded. Open one to read what people said and the answer.',
    otherVoices: (n) => `${n} more got the same answer.`,
    untold: (answers, opinions, others) =>
      `${answers} ${others ? 'other ' : ''}answer${answers === 1 ? '' : 's'} to ${opinions} opinion${opinions === 1 ? '' : 's'} on this article did not fit on the page.`,
    everyOpinion: 'Every opinion and its answer is in the open data',
    shortened: 'only the beginning is shown; the open data has all of it',
    changesLater:
      'With this many opinions, what differs from the last edition is worked out when this one is published, and listed here.',
    andMore: (n) => `${n} more`,
  },
}
