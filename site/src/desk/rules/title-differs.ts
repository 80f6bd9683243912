/** What stands after a title and names only which text of it this is: （草案）, （征求意见稿）, （二次审议稿修改稿）. */
const stageMark = /[（(][^（）()]*(?:稿|草案|修订|修正)[^（）()]*[）)]$/u

/**
 * Whether a text calls itself other than its bill: most likely another bill's file was taken. 书名号, blanks and what
 * only names the text (「（草案）」) make no difference; a text without a title is a problem of its own.
 */
export function titleDiffers(textTitle: string, billTitle: string): boolean {
  const text = bare(textTitle)
  return text !== '' && text !== bare(billTitle)
}

function bare(title: string): string {
  let read = title.normalize('NFKC').replace(/[\s《》]+/gu, '')
  while (stageMark.test(read)) read = read.replace(stageMark, '')
  return read
}
