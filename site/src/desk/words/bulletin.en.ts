import type { bulletinZh } from './bulletin.zh.ts'

export const bulletinEn: typeof bulletinZh = {
  writing: 'The words of the bulletin',
  writingSay:
    'Drafted by the system, yours to edit. Changes are saved as you write, for your colleagues too.',
  states: {
    kept: 'Saved',
    waiting: 'Editing…',
    keeping: 'Saving…',
    clash: 'Not saved: a colleague changed the same part',
    trouble: 'Not saved',
  },
  keptBy: (name, at) => `Saved by ${name}, ${at}`,
  tryAgain: 'Save again',
  parts: 'Parts',
  partsSay: 'Arrows change the order. Totals, what was taken and what was not are always there.',
  part: {
    totals: 'The totals add up',
    figures: 'At a glance (plots)',
    taken: 'What went into the text',
    heard: 'Heard, but not taken into the text',
    closing: 'Further notes (left out when empty)',
  },
  partHint: "Public, at the head of this part. Empty: the page's own words.",
  up: (part) => `Move “${part}” up`,
  down: (part) => `Move “${part}” down`,
  systemWords: "Back to the system's words",
  correction: 'Why it is corrected',
  correctionHint: 'Public, at the head of the new edition. For example: the reason for article 26 was wrong.',
  correctionNeeded: 'Say first why the published bulletin is corrected.',
  preview: 'Preview',
  previewSay: 'Just as residents will see it.',
  previewUndecided: (n) =>
    `${n} opinion${n === 1 ? ' has' : 's have'} no outcome yet and ${n === 1 ? 'is' : 'are'} not in the preview.`,
  phone: 'Phone',
  desktop: 'Desktop',
  paper: 'Download as Word (for review)',
  refresh: 'Update with the latest changes',
  editions: 'Published editions',
  edition: (n, at) => `Edition ${n}, published ${at}`,
  clashTitle: 'A colleague has just changed the same part',
  clashSay:
    'Both texts are below. Choose one, or choose and go on editing. It is saved once you have chosen.',
  clashField: { head: 'Opening', order: 'Order of the parts', correction: 'Why it is corrected' },
  mine: 'Mine',
  theirs: "My colleague's",
  useMine: 'Use mine',
  useTheirs: "Use my colleague's",
  nothing: "(empty: the system's words)",
  waiting: (n) =>
    `${n} opinion${n === 1 ? ' that has its receipt is' : 's that have their receipts are'} still on the way into the list. Publish again in a few seconds; none is left out.`,
  seenFirst: 'What is published is exactly what was saved and previewed.',
  longSay:
    'With this many opinions the page shows how many got each answer and the first of their words; every opinion and its answer is in the open data.',
  longPreviewSay:
    'With this many opinions the preview is made in the background. You can do something else, or close this page.',
  makePreview: 'Make a preview',
  makePreviewAgain: 'Make the preview again',
  previewAt: (at) => `Made ${at}`,
  jobRuns: {
    preview: 'A preview is being made in the background.',
    publish:
      'It is being published in the background. You can close this page; until it is done residents see what they saw before.',
  },
  jobEnded: { preview: 'The preview was not made.', publish: 'It was not published.' },
  jobQueued: 'Waiting',
  jobAt: {
    reading: (percent) => `Reading opinions ${percent}%`,
    writing: (percent) => `Writing bulletin and open data ${percent}%`,
  },
  jobAsked: (by, at) => `${by}, ${at}`,
  jobFailed: 'Try once more; if that does not help, tell your administrator.',
  jobFailures: {
    'publication-incomplete':
      'Again an opinion lacks its outcome, reason or words, or is still on the way into the list. Complete what is listed above and publish again.',
    'causes-missing':
      'The draft that is released with it owes reasons for changes again. State them and publish again.',
    'changed-meanwhile':
      'A colleague changed answers or words meanwhile. Look at it as it is now and publish again.',
    'nothing-to-publish': 'It does not differ from the published edition.',
    'already-exists': 'A colleague has just published an edition.',
    'not-permitted': 'Whoever asked for it may no longer publish.',
    'worker-lost':
      'It broke off three times and was not tried again. Start it again; if that keeps happening, tell your administrator.',
  },
}
