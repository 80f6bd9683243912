import type { tableZh } from './table.zh.ts'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

export const tableEn: typeof tableZh = {
  takeTitle: 'Take the opinion table away',
  takeLead: 'All of it or a part. Rows a file does not have are left as they are when it is loaded back.',
  which: 'Which opinions',
  article: 'Article',
  contactPoint: 'Contact point',
  channel: 'Channel',
  all: 'All',
  onlyUndecided: 'Only those without an outcome',
  edition: 'Edition',
  editions: { internal: 'To work with', public: 'Public' },
  editionSay: {
    internal:
      'With proposals, responsible persons, notes and ids. Its footer says who took it and when, and so does the audit trail.',
    public:
      'Only what the published bulletin released: personal data masked; no responsible persons, notes or ids.',
  },
  publicLater: 'There is a public edition once the answers are published.',
  formats: {
    xlsx: { name: 'Excel (.xlsx)', use: 'Decide in Excel or WPS, then load it back.' },
    docx: {
      name: 'Word (.docx)',
      use: 'Official layout, landscape, article by article: for meetings and print.',
    },
    csv: { name: 'CSV', use: 'For statistics; can be loaded back too.' },
    json: { name: 'JSON', use: 'For programs.' },
  },
  download: (name) => `Download ${name}`,
  build: (name) => `Write ${name}`,
  longSay: (rows) =>
    `${plural(rows, 'opinion', 'opinions')} take a while, so the file is written in the background. You may close this page; it waits here for 7 days.`,
  jobs: 'Written in the background',
  states: {
    queued: 'Waiting',
    running: 'Being written',
    ready: 'Ready',
    failed: 'Failed',
    expired: 'Expired',
  },
  reading: (done, of) => `Reading opinions ${done.toLocaleString('en')} / ${of.toLocaleString('en')}`,
  writing: (done, of) => `Writing rows ${done.toLocaleString('en')} / ${of.toLocaleString('en')}`,
  again: (attempts) => `attempt ${attempts}`,
  askedBy: (name, time) => `${name}, ${time}`,
  until: (time) => `kept until ${time}`,
  fileLine: (rows, size) => `${plural(rows, 'row', 'rows')}, ${size}`,
  manifest: 'List of files (with hashes)',
  filtered: 'filtered',
  restart: 'Write it again',
  failures: {
    'not-published-yet': 'The answers are not published yet, so there is no public edition.',
    'worker-lost':
      'It broke off three times and was not tried again. Start it again; if that keeps happening, tell your administrator.',
    unexpected: 'Something went wrong; the administrator has been told. You can start it again.',
  },
  chosen: (chosen, of) => `${chosen} of ${plural(of, 'changed row', 'changed rows')} will be written`,
  chooseAll: 'All',
  chooseNone: 'None',
  chooseRow: (row) => `Write row ${row}`,
  now: 'Now',
  becomes: 'Becomes',
  colleagueHas: 'Your colleague’s',
  fileHas: 'In the file',
  emptyCell: '(empty)',
  columns: {
    初步处理意见: 'Proposal 初步处理意见',
    采纳情况: 'Outcome 采纳情况',
    采纳后条款: 'Resulting article 采纳后条款',
    采纳后文字: 'Resulting words 采纳后文字',
    答复理由: 'Reason 答复理由',
    承办人: 'Responsible 承办人',
    备注: 'Note 备注',
  },
  changedRows: 'Changed rows',
  conflictRows: 'Rows a colleague decided meanwhile (not written)',
  refusedRows: 'Rows that cannot be written',
  stillMissing: 'Still missing afterwards:',
  moreRows: (n) => `Show ${n} more`,
  unchangedSay: (n) => `${plural(n, 'more row is', 'more rows are')} unchanged.`,
  applyChosen: (n) => `Write the ${plural(n, 'chosen row', 'chosen rows')}`,
}
