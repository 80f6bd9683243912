import type { feedbackZh, lookupZh } from './feedback.zh.ts'

export const feedbackEn: typeof feedbackZh = {
  title: 'Feedback slips',
  link: 'Print feedback slips',
  linkSay: 'Take the results back to everybody: what you said, what became of it, in which words.',
  lead: 'The bulletin is published. Take the results back to the people: in person, on the notice board, or read aloud.',
  before: (day) =>
    `The bulletin is not published yet; it is expected by ${day}. The slips will then be here, one occasion after the other.`,
  beforeCount: (opinions, groups) =>
    `There will be ${groups} occasions with the results of ${opinions} opinions.`,
  none: 'This contact point has no opinion in this consultation, so there are no slips.',
  sums: (opinions, answered, waiting) =>
    `This contact point brought ${opinions} opinions: ${answered} answered, ${waiting} not yet.`,
  waitingSay: 'Those not answered were taken in after the bulletin; its next edition answers them.',
  seek: 'Find an occasion',
  seekHint: (all, found) =>
    all === found
      ? `${all} in all. Type some of its day, place or channel.`
      : `${found} of ${all} are listed below.`,
  moreOccasions: (n) => `${n} more`,
  which: 'Which occasion',
  all: (n) => `All (${n})`,
  form: 'How to print',
  forms: { person: 'One slip each, to cut', board: 'A sheet for the notice board' },
  print: (n) => `Print (${n})`,
  part: (from, to, of) => `${of} slips are printed in parts. Below are ${from} to ${to}.`,
  partNext: 'Next part',
  partBefore: 'Previous part',
  printPart: (from, to) => `Print ${from} to ${to}`,
  preview: 'Preview',
  nothing: 'The opinions of this occasion have no answer yet.',
  groupOf: {
    session: (day, where) => `${day} ${where}`,
    batch: (day, file) => `${day} spreadsheet: ${file}`,
    day: (day, where) => `${day} ${where}`,
  },
  people: (n) => `${n} present`,
  opinions: (n) => `${n} opinions`,
  opinionsOf: (n, of) => `${n} of ${of} opinions`,
  paper: {
    name: 'Feedback',
    heading: (day) => `What you said on ${day} has been answered`,
    board: 'What people said has been answered',
    said: 'You said',
    saidAll: 'Opinion',
    proposed: 'Wording proposed',
    outcome: 'What became of it',
    why: 'Why',
    became: (label, stage) => `It now reads (${stage && `${stage}, `}${label})`,
    thanksShaped: 'Thank you. A part of this law is yours.',
    thanksHeard: 'Thank you for speaking. Every opinion was read and answered.',
    thanksBoard: 'Thank you to everybody who spoke.',
    whole: 'On the whole draft',
    published: (day) => `published ${day}`,
    all: (address) => `All answers: ${address}`,
    from: 'From',
    waiting: (day) => `Not answered yet; expected by ${day}.`,
  },
}

export const lookupEn: typeof lookupZh = {
  title: 'Look up a receipt',
  link: 'Look up a receipt for somebody',
  linkSay: 'For people with a slip and no phone.',
  lead: 'Ask the person for the slip. You see what they would see online; that you looked is recorded, not what you saw.',
  code: 'Receipt code',
  hint: '24 characters; scan or type, spaces and case do not matter',
  look: 'Look it up',
  malformed:
    'A receipt code has 24 letters and digits, and some seem to be wrong or missing; please compare again.',
  unknown:
    'Nothing found. A character may be wrong, or the opinion is not uploaded yet (taken down without a network).',
  states: {
    received: 'Received, being registered',
    logged: 'Registered, waiting for the answer',
    answered: 'Answered',
  },
  receivedAt: (moment) => `received ${moment}`,
  late: 'marked as uploaded late',
  print: 'Print it for them',
  another: 'Look up another',
  drafted: 'Put by the contact point as',
  reason: 'Reason',
  proofLine: (place) => `no. ${place} in the register`,
}
