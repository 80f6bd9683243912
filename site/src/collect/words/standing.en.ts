import type { Trouble } from '../engine/collector.ts'
import { plural } from './plural.ts'
import type { Strings } from './strings.zh.ts'

const troubles: Record<Trouble, string> = {
  offline: 'No network. Everything is on this device and goes by itself once there is one; just carry on.',
  timeout: 'The network is too slow to get an answer. Nothing is lost; it is tried again by itself.',
  'captive-portal':
    'This Wi-Fi wants you to sign in to it first. Do that in the browser, or use mobile data, then press Send now.',
  'signed-out': 'Your sign-in has ended. The records are all here; sign in again and they go on.',
  'not-permitted':
    'Your account may not report at present. The records stay here, encrypted; tell your liaison or administrator.',
  'too-large':
    'A record or photo is too large for the server. See which one under Records; shorten it or use a smaller photo.',
  'too-many-requests': 'The server is busy and asks us to wait. It is tried again by itself.',
  'server-error': 'Something is wrong at the server, not with you. The records are here and are tried again.',
  'not-understood':
    'The answer did not come from this system, so nothing counts as delivered. Try another network; if it stays so, tell an administrator.',
}

export const standingEn: Strings['standing'] = {
  troubles,
  signIn: {
    ...troubles,
    offline: 'No network. The first time on this device needs one; after that it does not.',
    'signed-out': 'You are not signed in yet. Press Sign in above; you come back here afterwards.',
    'not-permitted': 'This account is not a collector or liaison of a contact point. Ask an administrator.',
    'wrong-pin': 'You already have a PIN on this device, and this is not it. Enter the old one.',
    'weak-pin': 'This PIN is too easy to guess. Use at least 6 digits, not in a row and not all the same.',
  },
  notices: {
    wiped:
      'The browser or the system has cleared the records of this device. What was delivered is safe on the server; anything unsent can be brought in from a backup file. Tell your liaison.',
    'unsent-24h': 'Some records have waited for more than a day. Find a network, or save a backup file.',
    'clock-wrong':
      'The clock of this device is wrong. Times are corrected on delivery; you may set the clock in the system settings.',
    'sender-elsewhere': 'Another window is sending; nothing to do here.',
    'update-waiting': 'There is a new version. It takes a second or two, while you are not writing.',
    'not-persisted':
      'The browser does not promise to keep these records. Add this page to the home screen, or save backup files often.',
    'nearly-full': 'This device is nearly full. Send the records first, or make room.',
  },
  waiting: (n) => `${n} to send`,
  waitingOther: (n) => plural(n, 'session or photo to send', 'sessions and photos to send'),
  allDelivered: 'All delivered',
  nothingToSend: 'Nothing to send',
  unknown: 'Offline, unknown',
  unknownHelp: 'not heard from the server yet',
  delivered: (n) => `${n}`,
  sending: (done, of) => `sending ${done}/${of}`,
  unreachable: 'unreachable',
  retryAt: (time) => `Tries again at ${time}`,
  setAside: (n) => `${n} set aside`,
  awaitsYou: (n) => `${n} set aside, waiting for you`,
  deliveredSoFar: (n) => `${n} delivered`,
  sendNow: 'Send now',
  signInAgain: 'Sign in again',
  label: 'Delivery',
  whyLabel: 'Why it was not delivered',
  applyUpdate: 'Use it now',
  understood: 'I have read this',
  backupNow: 'Save a backup file',
  oldest: (when) => `The oldest was written ${when}.`,
  clockBy: (amount) => `About ${amount} off.`,
  minutes: (n) => plural(n, 'minute'),
  hours: (n) => plural(n, 'hour'),
  days: (n) => plural(n, 'day'),
}
