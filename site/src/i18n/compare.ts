import type { Language } from '#contract/page-paths.ts'
import { causeKindNames, type CauseKind } from '#core/causes.ts'

/** What the pages say about two texts of one bill: the comparison, where articles went, who shaped them. */
const zh = {
  title: '修改前后对照表',
  lead: (from: string, to: string) => `${from}到${to}，逐条对照，改了哪些字都标出来。`,
  legend: '怎么看：',
  legendAdded: '加粗、带下划线',
  legendAddedMeans: '是新加的字，',
  legendRemoved: '加框、划掉',
  legendRemovedMeans: '是删去的字。',
  legendFolded: '没有改动的条文折起来了，点开能看。',
  download: (size: string) => `下载 Word 版（${size}）`,
  wordFile: (size: string) => `Word 版，${size}`,
  otherFiles: '其他稿之间的对照表',
  counts: '改了多少',
  countsCaption: (to: string, articles: number) => `${to}共 ${articles} 条，按条数算：`,
  kind: '改动',
  number: '条数',
  same: '一个字没动',
  renumbered: '只改了条号',
  changed: '改了文字',
  added: '新增',
  removed: '删去（原条文）',
  moved: (n: number) => `其中 ${n} 条换了位置。`,
  identical: '两个稿的条文一个字也没有改。',
  older: (name: string) => `原条文（${name}）`,
  newer: (name: string) => `新条文（${name}）`,
  table: '逐条对照',
  unchanged: (first: string, last: string) =>
    first === last ? `${first}没有改动` : `${first}至${last}没有改动`,
  onlyNumbers: (first: string, last: string, was: string, wasLast: string) =>
    first === last
      ? `${first}文字没有改动，原来是${was}`
      : `${first}至${last}文字没有改动，原来是${was}至${wasLast}`,
  outside: '条文以外的文字没有改动',
  movedHere: (label: string) => `原${label}，移到这里`,
  splitHere: (label: string) => `由原${label}分出来`,
  mergedHere: (labels: string) => `由原${labels}合成`,
  isNew: '（新增）',
  isGone: '（删去）',
  and: '、',
  seeChanges: '看改了什么',
  seeChangesIn: (label: string) => `看改了什么：${label}`,
  compareWith: (name: string) => `和${name}对照`,
  toOlder: (name: string) => `看${name}全文`,
  toNewer: (name: string) => `看${name}全文`,
  nowIs: (name: string, labels: string) => `在${name}里是${labels}`,
  nowSplit: (name: string, labels: string) => `在${name}里分成了${labels}`,
  nowMerged: (name: string, labels: string) => `在${name}里并到了${labels}`,
  nowEdited: (name: string) => `${name}改了这一条`,
  nowMoved: (name: string) => `${name}挪了这一条的位置`,
  nowGone: (name: string) => `${name}里没有这一条了`,
  adoptedHere: (n: number) => `采纳了 ${n} 条意见`,
  metHere: (n: number) => `体现了 ${n} 条意见`,
  cause: '说明',
  changedBecause: (kinds: string) => `为什么改：${kinds}`,
  changedEarlier: (name: string, kinds: string) => `${name}改过：${kinds}`,
  causeKinds: causeKindNames as Record<CauseKind, string>,
  life: {
    asked: (n: number) => `${n} 条意见`,
    answered: (n: number) => `答复了 ${n} 条`,
    expected: (date: string) => `预计 ${date} 前`,
  },
}

type Said = typeof zh

const articles = (n: number): string => (n === 1 ? '1 article' : `${n} articles`)
const opinions = (n: number): string => (n === 1 ? '1 opinion' : `${n} opinions`)

const en: Said = {
  title: 'Before and after',
  lead: (from, to) =>
    `From the ${from} to the ${to}, article by article, with every changed word marked. The law is in Chinese.`,
  legend: 'How to read it:',
  legendAdded: 'bold and underlined',
  legendAddedMeans: 'words were added,',
  legendRemoved: 'boxed and struck',
  legendRemovedMeans: 'words were taken out.',
  legendFolded: 'Articles that did not change are folded; open them to read.',
  download: (size) => `Download as Word (${size})`,
  wordFile: (size) => `Word, ${size}`,
  otherFiles: 'Comparisons of other drafts',
  counts: 'How much changed',
  countsCaption: (to, n) => `The ${to} has ${articles(n)}:`,
  kind: 'What happened',
  number: 'Articles',
  same: 'Not a word changed',
  renumbered: 'Only the number changed',
  changed: 'Words changed',
  added: 'New',
  removed: 'Taken out (of the older text)',
  moved: (n) => `${articles(n)} of these stand in another place now.`,
  identical: 'Not a word changed between the two texts.',
  older: (name) => `Before (${name})`,
  newer: (name) => `After (${name})`,
  table: 'Article by article',
  unchanged: (first, last) => (first === last ? `${first}: no change` : `${first} to ${last}: no change`),
  onlyNumbers: (first, last, was, wasLast) =>
    first === last
      ? `${first}: same words, formerly ${was}`
      : `${first} to ${last}: same words, formerly ${was} to ${wasLast}`,
  outside: 'The words outside the articles did not change',
  movedHere: (label) => `Formerly ${label}, moved here`,
  splitHere: (label) => `Split off from the former ${label}`,
  mergedHere: (labels) => `Made of the former ${labels}`,
  isNew: '(new)',
  isGone: '(taken out)',
  and: ', ',
  seeChanges: 'See what changed',
  seeChangesIn: (label) => `See what changed: ${label}`,
  compareWith: (name) => `Compare with the ${name}`,
  toOlder: (name) => `Read the ${name}`,
  toNewer: (name) => `Read the ${name}`,
  nowIs: (name, labels) => `In the ${name} it is ${labels}`,
  nowSplit: (name, labels) => `In the ${name} it became ${labels}`,
  nowMerged: (name, labels) => `In the ${name} it is part of ${labels}`,
  nowEdited: (name) => `Changed in the ${name}`,
  nowMoved: (name) => `Moved in the ${name}`,
  nowGone: (name) => `Not in the ${name} any more`,
  adoptedHere: (n) => `${opinions(n)} adopted here`,
  metHere: (n) => `${opinions(n)} met here`,
  cause: 'Why',
  changedBecause: (kinds) => `Changed because of: ${kinds}`,
  changedEarlier: (name, kinds) => `Changed before, in the ${name}: ${kinds}`,
  causeKinds: {
    opinions: "People's opinions",
    deliberation: 'Deliberation',
    department: 'A department',
    technical: 'Wording',
  },
  life: {
    asked: opinions,
    answered: (n) => `${opinions(n)} answered`,
    expected: (date) => `expected by ${date}`,
  },
}

/** Strings about two texts of a bill, by language. */
export const compareStrings: Record<Language, Said> = { zh, en }
