import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { changeTypeNames, channelNames, outcomeNames } from '#core/names.ts'
import { sameCountMeaning } from './opinion-table-columns.ts'

/** One column of the open data, with what it means: the files, the dictionary and the page are all made from here. */
export interface OpinionField {
  name: string
  type: 'integer' | 'string'
  zh: string
  en: string
  /** The closed set it comes from, code to Chinese name. */
  codes?: Readonly<Record<string, string>>
  valueOf: (row: BulletinRow) => string | number | undefined
}

/** What is public of one opinion and its answer: masked, without names (R10). */
export const opinionFields: readonly OpinionField[] = [
  {
    name: 'row',
    type: 'integer',
    zh: '通报里的序号',
    en: 'Number in the bulletin',
    valueOf: ({ row }) => row,
  },
  {
    name: 'provision_id',
    type: 'string',
    zh: '条文的标识，和文本里的锚点一致；空着是对整部草案说的',
    en: 'Identifier of the provision, as anchored in the text; empty: the draft as a whole',
    valueOf: ({ provisionId }) => provisionId ?? undefined,
  },
  {
    name: 'provision',
    type: 'string',
    zh: '条文的名称',
    en: 'The provision as printed',
    valueOf: ({ provisionLabel }) => provisionLabel,
  },
  {
    name: 'change_type',
    type: 'string',
    zh: '希望怎么改',
    en: 'What is asked for',
    codes: changeTypeNames,
    valueOf: ({ changeType }) => changeType,
  },
  {
    name: 'verbatim',
    type: 'string',
    zh: '原话，个人信息已遮住',
    en: 'In the person’s own words, personal data masked',
    valueOf: ({ verbatim }) => verbatim,
  },
  {
    name: 'proposed_text',
    type: 'string',
    zh: '拟改文字',
    en: 'Proposed wording',
    valueOf: ({ proposedText }) => proposedText,
  },
  {
    name: 'proponent',
    type: 'string',
    zh: '提出人的类别、区域或集体，没有姓名',
    en: 'Category, area or group of the proponent; never a name',
    valueOf: ({ proponent }) => proponent,
  },
  {
    name: 'contact_point',
    type: 'string',
    zh: '收集意见的联系点；空着是直接提交的',
    en: 'Contact point that collected it; empty: sent directly',
    valueOf: ({ contactPointName }) => contactPointName,
  },
  {
    name: 'channel',
    type: 'string',
    zh: '来源渠道',
    en: 'Channel',
    codes: channelNames,
    valueOf: ({ channel }) => channel,
  },
  {
    name: 'same_count',
    type: 'integer',
    zh: `相同意见数：${sameCountMeaning.zh}以公布时为准。`,
    en: `${sameCountMeaning.en} As of publication.`,
    valueOf: ({ sameCount }) => sameCount,
  },
  {
    name: 'outcome',
    type: 'string',
    zh: '采纳情况',
    en: 'Outcome',
    codes: outcomeNames,
    valueOf: ({ outcome }) => outcome,
  },
  {
    name: 'reason',
    type: 'string',
    zh: '答复的理由',
    en: 'Reason given',
    valueOf: ({ reason }) => reason,
  },
  {
    name: 'resulting_draft_id',
    type: 'string',
    zh: '采纳后写进的那一稿',
    en: 'The later draft it was written into',
    valueOf: ({ resulting }) => resulting?.draftId,
  },
  {
    name: 'resulting_provision_id',
    type: 'string',
    zh: '采纳后的条文标识',
    en: 'Identifier of the resulting provision',
    valueOf: ({ resulting }) => resulting?.provisionId,
  },
  {
    name: 'resulting_words',
    type: 'string',
    zh: '采纳后的文字',
    en: 'The resulting words',
    valueOf: ({ resulting }) => resulting?.quote,
  },
]
