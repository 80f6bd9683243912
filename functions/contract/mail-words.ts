import type { Language } from './page-paths.ts'

const zh = {
  offerTitle: '有答复时，发邮件告诉我',
  offerWhat: '留一个邮箱，这条意见有了答复就给您发一封信，只发这一封。不留也行，随时可以用回执码来查。',
  address: '邮箱',
  addressHint: '例如 wang@example.com',
  publicity: '不公开。和意见分开存放、单独加密；信发出以后就删掉，最迟留到截止一年后。',
  offerButton: '发一封确认信',
  askedTitle: '请到邮箱里确认',
  askedWhat: (before: string) =>
    `刚才往您填的邮箱发了一封信。请在 ${before} 以前打开信里的链接，按“确认”。没有确认，就不会再有信来。`,
  askedNone: '没有收到？先看看垃圾邮件。还没有，就回到回执再发一次。',
  backToReceipt: '回到这张回执',
  confirmedTitle: '好了，有答复就告诉您',
  confirmedWhat: '这条意见有了答复，您会收到一封信，只有一封。不想收了，用确认信里的“退订”。',
  answeredTitle: '已经有答复了',
  answeredWhat: '不用等信了：现在就可以用回执码查看答复。您的邮箱没有留下。',
  leftTitle: '已经退订',
  leftWhat: '您的邮箱已经删掉，这件事不会再有信来。您的意见和回执不受影响。',
  checkReceipt: '查回执',
  pageTitle: '邮件通知',
  pageLead: '把信里的码填在这里，再按一下就行。',
  confirmTitle: '确认收信',
  confirmLabel: '确认码',
  codeHint: '16 个字，每 4 个一组；大小写、空格都不要紧。',
  confirmButton: '确认',
  leaveTitle: '退订',
  leaveLabel: '退订码',
  leaveButton: '退订，删掉我的邮箱',
}
export type MailWords = typeof zh

const en: MailWords = {
  offerTitle: 'Tell me by e-mail when it is answered',
  offerWhat:
    'Leave an address and one letter comes when this opinion is answered. You need not: your receipt code shows the answer at any time.',
  address: 'E-mail address',
  addressHint: 'For example wang@example.com',
  publicity:
    'Not published. Kept apart from the opinion and encrypted; deleted once the letter is sent, at the latest a year after the window closes.',
  offerButton: 'Send a letter to confirm',
  askedTitle: 'Please confirm in your mailbox',
  askedWhat: (before) =>
    `A letter is on its way to the address you gave. Open its link before ${before} and press “Confirm”. Without that, no more letters come.`,
  askedNone: 'Nothing came? Look among unwanted mail first; then go back to your receipt and try again.',
  backToReceipt: 'Back to this receipt',
  confirmedTitle: 'Done: you will be told',
  confirmedWhat:
    'One letter comes when this opinion is answered. If you change your mind, use “unsubscribe” in the letter you confirmed.',
  answeredTitle: 'It has been answered already',
  answeredWhat: 'No need to wait: look it up with your receipt code now. Your address was not kept.',
  leftTitle: 'Unsubscribed',
  leftWhat: 'Your address is deleted and no more letters come. Your opinion and receipt are untouched.',
  checkReceipt: 'My receipt',
  pageTitle: 'Letters about answers',
  pageLead: 'Enter the code of your letter here and press once.',
  confirmTitle: 'Confirm',
  confirmLabel: 'Confirmation code',
  codeHint: '16 characters in groups of four; capitals and spaces do not matter.',
  confirmButton: 'Confirm',
  leaveTitle: 'Unsubscribe',
  leaveLabel: 'Unsubscribe code',
  leaveButton: 'Unsubscribe and delete my address',
}

/** What pages say about letters, static and server-rendered alike. */
export const mailWords: Record<Language, MailWords> = { zh, en }
