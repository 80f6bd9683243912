import type { Account } from './accounts.ts'
import { localPage } from './local-page.ts'

const style = `.accounts { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
.accounts ul { list-style: none; margin: 2rem 0; padding: 0; display: grid; gap: .75rem; }
.accounts button { display: block; width: 100%; min-height: 64px; padding: .75rem 1.25rem; text-align: start;
  font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 6px;
  cursor: pointer; }
.accounts button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.accounts strong, .accounts button span { display: block; }
.accounts small { font-size: .875em; }`

/** The page on which the people of the local portal sign in: one button a person, no password. */
export function accountsPage(accounts: readonly Account[]): string {
  return localPage({
    title: '选择身份登录',
    name: 'accounts',
    style,
    content: `<p>这是本机演示用的登录页，没有密码。选一个身份，就以这个人的权限进入工作台。</p>
<p lang="en"><small>Local demonstration sign-in, without passwords. Choose who you are.</small></p>
<form method="post"><ul>
${accounts.map(accountButton).join('\n')}
</ul></form>`,
  })
}

function accountButton({ login, name, doesZh, doesEn }: Account): string {
  return `<li><button name="login" value="${login}"><strong>${name}</strong><span>${doesZh}</span><small lang="en">${doesEn}</small></button></li>`
}
