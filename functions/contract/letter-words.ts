import type { Language } from './page-paths.ts'

const zh = {
  confirmSubject: (title: string) => `请确认：《${title}》的意见有答复时告诉您`,
  confirmWhy: (city: string) =>
    `您好。有人在“${city}立法意见征集”填了这个邮箱，想在意见有答复时收到一封通知信。`,
  confirmHow: (days: number) => `如果是您，请在${days}天内打开下面的网页，按“确认”。`,
  confirmLink: '确认收信',
  confirmTyped: (address: string, code: string) => `链接打不开，可以打开 ${address} ，填这个确认码：${code}`,
  confirmElse: (days: number) =>
    `不是您填的，不用理会：不确认就不会再有信来，${days}天以后这个邮箱自动删除。`,
  leave: '确认以后又不想收了，在这里退订',
  answerSubject: (title: string) => `《${title}》：您的意见有答复了`,
  answerWhat: (title: string, opinions: number) =>
    opinions === 1
      ? `您好。您对《${title}》提的意见，已经在采纳情况通报里答复。`
      : `您好。您对《${title}》提的 ${opinions} 条意见，已经在采纳情况通报里答复。`,
  answerHow: '请打开查回执的网页，填上您的回执码，就能看到答复和理由。',
  receiptLink: '查回执',
  bulletinLink: '看采纳情况通报',
  answerPrivacy: '为了保护您的隐私，信里不写意见的内容和回执码。',
  answerLast: '这件事只发这一封信。信发出以后，您的邮箱就从这里删除了。',
  leaveAgain: '退订',
  sender: (organ: string, office: string) => `${organ} ${office}`,
  automatic: '这封信由系统发出，请不要回信。',
}
type LetterWords = typeof zh

const en: LetterWords = {
  confirmSubject: (title) => `Please confirm: to be told when your opinion on “${title}” is answered`,
  confirmWhy: (city) =>
    `Somebody gave this address on “Open lawmaking in ${city}”, to be told by one letter when an opinion is answered.`,
  confirmHow: (days) => `If it was you, open this page within ${days} days and press “Confirm”.`,
  confirmLink: 'Confirm',
  confirmTyped: (address, code) => `If the link does not open, go to ${address} and enter this code: ${code}`,
  confirmElse: (days) =>
    `If it was not you, do nothing: no more letters come without confirmation, and the address is deleted after ${days} days.`,
  leave: 'If you confirm and change your mind later, unsubscribe here',
  answerSubject: (title) => `“${title}”: your opinion has been answered`,
  answerWhat: (title, opinions) =>
    opinions === 1
      ? `Your opinion on “${title}” has been answered in the bulletin on what was adopted.`
      : `Your ${opinions} opinions on “${title}” have been answered in the bulletin on what was adopted.`,
  answerHow: 'Open the receipt page and enter your receipt code to read the answer and its reason.',
  receiptLink: 'My receipt',
  bulletinLink: 'Read the bulletin',
  answerPrivacy: 'To protect your privacy this letter holds neither your words nor your receipt code.',
  answerLast: 'There is only this one letter. Your address was deleted here once it was sent.',
  leaveAgain: 'Unsubscribe',
  sender: (organ, office) => `${office}, ${organ}`,
  automatic: 'This letter was sent by a system; please do not reply.',
}

/** What letters say, in the reader's language. */
export const letterWords: Record<Language, LetterWords> = { zh, en }
