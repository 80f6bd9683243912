import type { ChangeType } from '#core/opinion.ts'
import type { Language } from './page-paths.ts'

/* The comment form stands in the bill's page and, without JavaScript, on a page of its own: one form, one wording. */

const zh = {
  whole: '整部草案',
  errorTitle: '有几处要改一下',
  changeType: '您怎么看？',
  changeTypes: {
    support: '支持，不用改',
    modify: '要改一改',
    add: '要加一些内容',
    delete: '应当删去',
    question: '看不明白，有疑问',
    general: '总的看法',
  } satisfies Record<ChangeType, string>,
  changeTypePublic: '会公开。',
  verbatim: '用您自己的话说',
  verbatimHint: '不用讲法律。说说真的这样执行，您的日子哪里会好、哪里会难。',
  verbatimPublic: '立法机关看原话。答复时会公开，不带姓名；里面的电话、证件号会先遮住。',
  proposedText: '如果可以，您会怎么写？',
  proposedTextPublic: '答复时会公开。',
  reason: '为什么？',
  reasonPublic: '立法机关看，不登在通报里。',
  category: '您是哪一类人？',
  categoryNone: '不说',
  categoryPublic: '和意见一起公开，只写类别。',
  area: '您住在（或者常去）哪一带？',
  areaHint: '写到街道、镇村就行。',
  areaPublic: '和意见一起公开。',
  contact: '想要答复，请留电话或邮箱',
  contactPublic:
    '不公开。只用来答复您，截止一年以后删掉。不留也能凭回执码查结果。未满十四周岁，请监护人同意后再填。',
  notice: (version: string) => `提交就表示您看过《个人信息怎么用》（${version} 版）`,
  toCheck: '看一遍再交',
  checkTitle: '看一遍再交',
  checkLead: '还没有交。看看写得对不对，对了就点最下面的按钮。',
  change: '回去改',
  send: '就这样，交上去',
}

/** Words of the comment form, its hints and what becomes public of each field (R20). */
export type SayWords = typeof zh

const en: SayWords = {
  whole: 'the whole draft',
  errorTitle: 'Some things need mending',
  changeType: 'What do you think of it?',
  changeTypes: {
    support: 'Support it as it is',
    modify: 'It should be changed',
    add: 'Something should be added',
    delete: 'It should be taken out',
    question: 'I do not understand it',
    general: 'A general remark',
  },
  changeTypePublic: 'Becomes public.',
  verbatim: 'In your own words',
  verbatimHint: 'No legal language needed. What would become better or harder in your daily life?',
  verbatimPublic:
    'The legislature reads your own words. Published with the answer, without names; phone and identity numbers are masked first.',
  proposedText: 'How would you write it, if you can?',
  proposedTextPublic: 'Published with the answer.',
  reason: 'Why?',
  reasonPublic: 'Read by the legislature, not printed in the bulletin.',
  category: 'Who are you?',
  categoryNone: 'Rather not say',
  categoryPublic: 'Published with the opinion, as a category only.',
  area: 'Where do you live, or often go?',
  areaHint: 'A street, town or village is enough.',
  areaPublic: 'Published with the opinion.',
  contact: 'Phone or e-mail, if you want an answer',
  contactPublic:
    'Never public. Used only to answer you, deleted a year after the close. The receipt code works without it. Under fourteen: only with a guardian’s consent.',
  notice: (version) => `By sending you confirm that you have read “How personal data is used” (${version})`,
  toCheck: 'Check before sending',
  checkTitle: 'Check before sending',
  checkLead: 'Nothing has been sent yet. If it is right, press the button at the bottom.',
  change: 'Go back and change it',
  send: 'This is right, send it',
}

/** What the pages for speaking without JavaScript say. */
export const sayWords: Record<Language, SayWords> = { zh, en }
