import type { Language } from '#contract/page-paths.ts'
import type { LongDataFile } from '#core/bulletin/long-bulletin.ts'
import type { DataFile } from '../open-data/data-files.ts'

/** The page of an answered consultation's open data. */
const zh = {
  title: '开放数据',
  lead: (rows: number, date: string) =>
    `${date} 公布的 ${rows} 条意见和每一条的采纳情况。谁都可以拿去看、去算、去研究。`,
  masked: '这里没有姓名、电话和回执码；原话里出现的个人信息已经先遮住。',
  edition: (edition: number) => `第 ${edition} 版`,
  files: '文件',
  file: '文件名',
  what: '内容',
  names: {
    'opinions.xlsx': 'Excel、WPS 工作簿：意见、采纳情况、统计、数据说明各一张表',
    'opinions.csv': '意见和采纳情况，一张表，给统计软件用',
    'opinions.json': '同样的内容，给程序用',
    'opinions.csv.gz': '意见和采纳情况，一张表，用 gzip 压缩，给统计软件用',
    'opinions.json.gz': '同样的内容，用 gzip 压缩，给程序用',
    'annotations.jsonld.gz': '意见和答复的 W3C 网页批注（Web Annotation），用 gzip 压缩',
    'tallies.json': '按条文、渠道、联系点、日期的统计，和对账表',
    'annotations.jsonld': '意见和答复的 W3C 网页批注（Web Annotation），指到具体条文',
    'datapackage.json': '数据说明：每一栏的意思、代码、许可',
  } satisfies Record<DataFile | LongDataFile, string>,
  texts: '各稿的文本可以在文本页下载：纯文本、JSON、Akoma Ntoso。',
  dictionary: '每一栏是什么意思',
  column: '栏',
  meaning: '意思',
  licence: '许可',
  noLicence: '发布机关还没有写明许可。使用前请先问一问。',
  licenceText: '按这个许可使用，请注明来源：',
  link: '这次征求意见的开放数据（Excel、CSV、JSON）',
}
export type OpenDataStrings = typeof zh

const en: OpenDataStrings = {
  title: 'Open data',
  lead: (rows, date) =>
    `The ${rows} opinions published on ${date}, and what became of each. Free to read, count and study.`,
  masked: 'No names, telephone numbers or receipt codes; personal data inside the words was masked first.',
  edition: (edition) => `Edition ${edition}`,
  files: 'Files',
  file: 'File',
  what: 'Contents',
  names: {
    'opinions.xlsx':
      'A workbook for Excel and WPS: opinions, decisions, tallies and the dictionary on a sheet each',
    'opinions.csv': 'Opinions and outcomes in one table, for statistics programs',
    'opinions.json': 'The same for programs',
    'opinions.csv.gz': 'Opinions and outcomes in one table, packed by gzip, for statistics programs',
    'opinions.json.gz': 'The same for programs, packed by gzip',
    'annotations.jsonld.gz': 'Opinions and answers as W3C Web Annotations, packed by gzip',
    'tallies.json': 'Counts by article, channel, contact point and day, and the reconciliation',
    'annotations.jsonld': 'Opinions and answers as W3C Web Annotations on their provisions',
    'datapackage.json': 'The data dictionary: what each column means, its codes, the licence',
  },
  texts: 'The texts themselves can be taken from their pages: plain text, JSON, Akoma Ntoso.',
  dictionary: 'What each column means',
  column: 'Column',
  meaning: 'Meaning',
  licence: 'Licence',
  noLicence: 'The publisher has not stated a licence yet. Please ask before using the data.',
  licenceText: 'Use it under this licence, naming the source:',
  link: 'Open data of this consultation (Excel, CSV, JSON)',
}

export const openDataStrings: Record<Language, OpenDataStrings> = { zh, en }
