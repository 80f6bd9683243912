import { draftStageNames } from '#core/names.ts'
import { accessZh } from './access.zh.ts'
import { opinionZh } from './opinion.zh.ts'
import { recordsZh } from './records.zh.ts'
import { standingZh } from './standing.zh.ts'
import { scanZh } from '../../scan/scan.zh.ts'
import { tasksZh } from './tasks.zh.ts'

/** Every word of the collector's app in Chinese, the first language; `strings.en.ts` must have the same keys. */
export const zh = {
  locale: 'zh-CN',
  siteName: '开门',
  appName: '采集',
  skip: '跳到正文',
  otherLanguage: 'English',
  bigLetters: '大字',
  loading: '正在读取……',
  optional: '选填',
  colon: '：',
  back: '返回',
  nav: { label: '栏目', home: '任务', records: '记录', device: '设备' },
  stageNames: draftStageNames,
  standing: standingZh,
  access: accessZh,
  tasks: tasksZh,
  opinion: opinionZh,
  records: recordsZh,
  scanning: scanZh,
  mishap: '这一页出了点问题。写的都存在这台设备上，没有丢。',
  noStorage:
    '这个浏览器不让存东西（可能开着无痕模式），写了会丢，所以先不让用。请关掉无痕模式，或换一个浏览器。',
  reload: '重新打开',
}

export type Strings = typeof zh
