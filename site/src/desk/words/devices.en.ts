import { recordsEn } from '../../collect/words/records.en.ts'
import type { devicesZh } from './devices.zh.ts'

export const devicesEn: typeof devicesZh = {
  title: 'Devices',
  say: 'A phone, a tablet, an old laptop. Enrolled once, it takes opinions down without a network and uploads them when there is one.',
  enrol: 'Enrol a device',
  enrolSay:
    'Scan this code with the device, then sign in there: it is enrolled for this contact point. One code is for one device.',
  makeCode: 'Show the QR code',
  newCode: 'Another code',
  codeUntil: (moment) => `Valid until ${moment}`,
  orOpen: 'If it cannot scan, open this address on the device:',
  qrLabel: 'QR code to enrol a device',
  list: 'Enrolled devices',
  none: 'No devices yet.',
  name: 'Device',
  enrolledAt: 'Enrolled',
  seen: 'Last upload',
  neverSeen: 'none yet',
  state: 'State',
  inUse: 'in use',
  revokedOn: (moment) => `revoked ${moment}`,
  revoke: 'Revoke',
  revokeOf: (name) => `Revoke ${name}`,
  revokeTitle: (name) => `Revoke “${name}”?`,
  revokeSay:
    'What it uploads afterwards is not lost: it is set aside until you have looked at each record. What is in the log already stays. This cannot be undone; a device that is found again can be enrolled again.',
  revokeYes: 'Revoke this device',
  revoked: (name) => `“${name}” is revoked.`,
  toQuarantine: 'See what was set aside',
  quarantineTitle: 'Set aside',
  quarantineSay:
    'Opinions from revoked or unknown devices, or by former members, wait here. Look at each, then take it in or refuse it; what is refused stays on record.',
  nothingWaiting: 'Nothing waits here.',
  waiting: (n) => `${n} waiting`,
  toCheck: (n) => `${n === 1 ? 'One opinion waits' : `${n} opinions wait`} for you to check before counting`,
  settled: 'Settled',
  reasons: {
    'device-revoked': 'device revoked',
    'device-unknown': 'device unknown',
    'member-inactive': 'collector no longer active',
    'member-unknown': 'collector not a member',
  },
  device: (name) => `Device: ${name}`,
  recordedBy: (name) => `Written by ${name}`,
  carriedBy: (name) => `brought by ${name}`,
  collectedAt: (moment) => `collected ${moment}`,
  arrivedAt: (moment) => `arrived ${moment}`,
  wordsHidden: 'Its words are shown to the contact point only.',
  why: 'Why it is taken in or refused',
  whyHint: 'One sentence; it goes on record.',
  whyNeeded: 'Give a reason in one sentence.',
  take: 'Take it in',
  refuse: 'Refuse',
  decisionNames: { take: 'taken in', refuse: 'refused' },
  notTaken: 'It could not be taken in: ',
  carriedTitle: 'Import a file somebody brought',
  carriedSay:
    'Where there is never a network, the file a device exports can be carried here. It is the same as an upload: each record is taken once.',
  carriedFile: 'Choose the file',
  carriedHint: 'The backup file saved on the device; it ends in .kaimen. Any size; photos are inside.',
  carriedPoint: 'For which contact point',
  carriedPointHint: 'Needed only if the device is not enrolled.',
  import: 'Import',
  importing: 'Importing…',
  importingPart: (done, of) => `Importing ${done}/${of}…`,
  importStopped: 'It stopped half-way. What was taken stays; press Import again and it goes on.',
  importIncomplete:
    'This file is incomplete: only its beginning was taken. Copy it from the device once more and import it again; nothing is taken twice.',
  importPhotos: (whole, partly) =>
    partly === 0
      ? `Photos: ${whole}, all complete.`
      : `Photos: ${whole} complete, ${partly} with pieces missing.`,
  importPhotosRefused: (n) =>
    `${n} photo ${n === 1 ? 'piece was' : 'pieces were'} not taken: another one stands in its place, or it is too large.`,
  imported: 'Result',
  importCounts: (stored, repeated, waiting, failed) =>
    `${stored} stored, ${repeated} held already, ${waiting} set aside, ${failed} not taken.`,
  recordN: (n) => `Record ${n}`,
  verdictNames: {
    stored: 'stored',
    repeated: 'held already',
    conflict: 'the receipt code holds another opinion',
    refused: 'not taken',
    quarantined: 'set aside',
  },
  problems: recordsEn.problems as Record<string, string>,
}
