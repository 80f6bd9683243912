import type { Strings } from './strings.zh.ts'

const many = (n: number, one: string, several = `${one}s`) => `${n} ${n === 1 ? one : several}`

export const uploadingEn: Strings['uploading'] = {
  chooseSay:
    'The form, exports of the 12345 hotline, public suggestions, letters, deputies’ stations: all will do. It is only looked at first; nothing is stored before you press “Store”.',
  looking: (percent) => (percent < 100 ? `Sending ${percent}%` : 'Reading row by row…'),
  lookTitle: 'A first look: nothing is stored yet',
  sheetLine: (rows, header) => `Titles in row ${header}, ${many(rows, 'row')} below.`,
  readByTemplate: 'Read by the titles of the form.',
  readByMapping: (name) => `Read as “${name}”.`,
  changeMapping: 'Change which column is what',
  notThis: 'Wrong columns? Point them out',
  sheets: 'Sheet',
  sheetsSay: (n) =>
    `This file has ${n} sheets; one is read at a time. Go on with the next afterwards, nothing is doubled.`,
  ignored: (columns) => `These columns are not read and not kept: ${columns}.`,
  will: {
    stored: 'to be stored',
    repeated: 'received before',
    revised: 'to be stored as revisions',
    refused: 'cannot be stored',
  },
  nothingNew: 'Everything in this table was received before. There is nothing to store.',
  nothingAtAll: 'No row can be stored. Mend what is said below and choose the file again.',
  store: (n) => `Store ${many(n, 'opinion')}`,
  storeSome: (n, left) => `Store these ${n} now, mend ${many(left, 'row')} later`,
  refusedTitle: (n) => `${many(n, 'row')} cannot be stored`,
  refusedSay:
    'Mend them in the table, save it, choose the file again. What is stored already is not doubled.',
  warnedTitle: (n) => `${many(n, 'row')} can be stored, but have a look`,
  warnedSay: 'If all is well, do nothing; otherwise mend the table and choose the file again.',
  flaggedTitle: (n) => `${many(n, 'row')} will be stored with a mark`,
  allOfThem: (n) => `All ${many(n, 'row')}`,
  more: (n) => `${n} more`,
  warning: {
    mojibake: () =>
      'Characters may be lost: a “?” or garbage between Han characters. Compare with the original.',
    'year-guessed': (facts) => `No year is given; it is stored as ${text(facts['read'])}.`,
    'day-ambiguous': (facts) =>
      `Stored as ${text(facts['read'])}. If it means ${text(facts['other'])}, write the whole date.`,
  },
  progress: (done, total) => `${done} of ${many(total, 'row')}`,
  progressLabel: 'Progress of storing',
  stay: 'Please stay on this page. If it closes all the same, choose the file again and it goes on.',
  cut: (done) => `Cut off. ${many(done, 'row')} answered; what is stored stays and is never doubled.`,
  goOn: 'Go on',
  failedTitle: (n) => `${many(n, 'row')} not stored, through no fault of the table`,
  failedSay: 'The server could not store them. Try one by one or all together.',
  retryRow: 'Try this row again',
  retryAll: (n) => `Try all ${n} again`,
  receiptsFold: (n) => many(n, 'receipt code'),
  download: 'Download as a table (.csv)',
  csvName: (bill) => `receipts-${bill}.csv`,
  printSlips: 'Print slips',
  unknownTitle: 'A table from elsewhere: which column is what?',
  unknownSay:
    'Say it once and it is remembered; the next table with the same titles is known by itself. What is filled in is a guess: please check it.',
  editTitle: (name) => `Change “${name}”`,
  headerRow: 'Row of the titles',
  headerAgain: 'Look again by this row',
  firstRows: 'The file’s first rows',
  fieldHints: {
    verbatim: 'Several columns can be joined: a title, then the text.',
    rowNumber: 'With it, overlapping exports are never stored twice and changed rows become revisions.',
    collectedOn: 'The day of the call, the letter or the entry.',
    channel: 'If the whole table is one channel, choose it as fixed.',
  },
  rowNumber: 'Its number (work order)',
  source: 'comes from',
  fromNowhere: 'not read',
  fromColumn: 'Columns of the table',
  fromFixed: 'The same for the whole table',
  fixedOther: 'always write…',
  fixedValue: 'What to write',
  addColumn: 'join another column',
  removeColumn: (title) => `Remove “${title}”`,
  example: (sample) => `e.g. ${sample}`,
  moreFields: 'Clause, reason, headcount and other columns',
  valuesTitle: 'What the table’s words mean',
  valuesKnown: 'All its words are known.',
  valueEmpty: 'leave empty',
  sourceName: 'A name for this kind of table',
  sourceNameHint: 'for example: 12345 hotline export',
  saveMapping: 'Remember it and look',
  mendField: (title) => `Say where “${title}” comes from.`,
  mendName: 'Give it a name.',
  conflictTitle: 'A colleague has just changed this',
  conflictSay: 'Both are here; choose one.',
  conflictRemoved: 'A colleague has just deleted it. To keep it, save it anew.',
  theirs: 'Your colleague’s',
  mine: 'Yours',
  useTheirs: 'Use theirs',
  useMine: 'Use mine',
  saveAsNew: 'Save anew',
  saved: 'Tables that are known',
  savedNone: 'None yet. Once you have pointed out the columns of a table from elsewhere, it stands here.',
  savedSay: 'Everybody at this contact point can use them.',
  change: 'Change',
  remove: 'Delete',
  removeSay: (name) => `Delete “${name}”? Opinions already stored stay.`,
  removeNow: 'Yes, delete',
  reads: (columns) => `Reads: ${columns}`,
  earlierStored: 'Stored in all',
  earlierRevised: 'changed later',
  earlierLast: 'Last upload',
  earlierTimes: (n) => `${n}`,
  earlierLastLine: (repeated, refused) =>
    [repeated > 0 ? `${repeated} received before` : '', refused > 0 ? `${refused} not stored` : '']
      .filter(Boolean)
      .join(', ') || 'all stored',
  earlierSay:
    '“Stored in all” counts the opinions of all uploads of a table together; a changed row is a revision, not another opinion.',
}

function text(fact: unknown): string {
  return typeof fact === 'string' ? fact : ''
}
