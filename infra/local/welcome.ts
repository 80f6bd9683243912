import { inLanguage, pagePaths } from '#contract/page-paths.ts'
import { outboxPath } from './outbox-page.ts'
import type { Account } from './accounts.ts'

/** What the terminal says once the portal is open: who one can be, and what to try as each. */
export function welcome(
  origin: string,
  accounts: readonly Account[],
  dataFolder: string,
  tryReceipt: string | undefined,
): string {
  const width = Math.max(0, ...accounts.map(({ login }) => login.length))
  const signIns = accounts.map(
    ({ login, name, doesZh }) =>
      `  ${login.padEnd(width)}  ${origin}${pagePaths.login}?login_hint=${login}&return=${pagePaths.desk}\n` +
      `  ${' '.repeat(width)}  ${name}，${doesZh}`,
  )
  const receipt =
    tryReceipt === undefined ? [] : [`  回执查询  ${origin}${pagePaths.receipt}`, `            ${tryReceipt}`]
  return [
    '',
    '居民 Residents (no account)',
    `  ${origin}${pagePaths.home}`,
    `  ${origin}${inLanguage(pagePaths.home, 'en')}`,
    ...receipt,
    `  试用发件箱  ${origin}${outboxPath}/`,
    '',
    '工作人员 Staff (no password on this machine)',
    ...signIns,
    '',
    `Everything is kept in ${dataFolder}. Ctrl-C stops the portal.`,
    '',
  ].join('\n')
}
