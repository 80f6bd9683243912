import type { paperZh } from './paper.zh.ts'

export const paperEn: typeof paperZh = {
  title: 'Print paper forms and slips',
  lead: 'For people who are not online. Every opinion on a form has a receipt code printed beside it, and a slip below to cut off and take home.',
  section: 'On paper, and the way back',
  link: 'Print paper forms and slips',
  linkSay: 'For people who are not online: forms in A4 or large type, with slips to cut off.',
  what: 'What to print',
  kinds: {
    usual: 'Form (A4, three opinions)',
    large: 'Form (large type, two opinions)',
    slips: 'Slips only (10 a page, for places without a printer)',
  },
  language: 'Language of the paper',
  languages: { zh: 'Chinese', en: 'English' },
  codes: 'Receipt codes',
  codesPrinted: 'printed, different on every sheet',
  codesByHand: 'left empty: the form may be copied freely, codes are written from a page of slips',
  copies: (kind) => (kind === 'slips' ? 'How many pages' : 'How many copies'),
  copiesHint: (codes) =>
    `${codes} receipt codes in all, made on this computer while printing; nothing is uploaded or kept.`,
  copiesByHand: 'Without codes: print one and copy it if you like.',
  copiesWrong: (most) => `Please write a number from 1 to ${most}.`,
  askedTitle: 'Articles to ask people about',
  askedSay:
    'Ticked are the articles the legislature named, or else the first three. Change them to what you want to ask; three to five are best.',
  askedNow: 'Ticked now: ',
  askedNone:
    'Nothing is ticked: the form carries the summary only and people write article codes themselves.',
  code: 'Code',
  print: 'Print',
  printAgain:
    'Printing again makes new receipt codes. Please destroy spoilt sheets instead of handing them out.',
  closed:
    'The consultation has closed; no new forms are handed out. Forms collected before can still be entered.',
  preview: 'Preview',
  previewSay: 'What the first copy looks like. Codes and QR codes are made while printing.',
  forms: (n) => `${n} copies`,
}
