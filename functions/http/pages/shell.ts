import { html } from 'hono/html'
import { inLanguage, pagePaths, stylesheetPath, type Language } from '#contract/page-paths.ts'

/** Markup made by `hono/html`: every value in it is escaped. */
export type Markup = ReturnType<typeof html>

export interface Page {
  /** Without the portal's name; prefixed 「有误：」 by the caller where it shows errors. */
  title: string
  language: Language
  body: Markup
  /** Address of the same page in the other language, when it has one. */
  otherLanguage?: string
  backTo?: { href: string; text: string }
}

const words = {
  zh: {
    portal: '开门',
    skip: '跳到正文',
    nav: '主要页面',
    open: '正在征求',
    answered: '已经答复',
    contactPoints: '联系点',
    receipt: '查回执',
    other: 'English',
    about: '关于',
    privacy: '隐私告知',
    accessibility: '无障碍',
  },
  en: {
    portal: 'Kaimen',
    skip: 'Skip to content',
    nav: 'Main pages',
    open: 'Open now',
    answered: 'Answered',
    contactPoints: 'Contact points',
    receipt: 'Check a receipt',
    other: '中文',
    about: 'About',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
  },
} as const satisfies Record<Language, Record<string, string>>

function siteHeader(page: Page): Markup {
  const { language } = page
  const say = words[language]
  const link = (path: string, text: string) => html`<a href="${inLanguage(path, language)}">${text}</a>`
  return html`<header class="site">
    <div class="wrap">
      <a class="mark" href="${inLanguage(pagePaths.home, language)}">${say.portal}</a>
      <nav aria-label="${say.nav}">
        ${link(pagePaths.home, say.open)} ${link(pagePaths.answered, say.answered)}
        ${link(pagePaths.contactPoints, say.contactPoints)} ${link(pagePaths.receipt, say.receipt)}
      </nav>
      ${
        page.otherLanguage === undefined
          ? ''
          : html`<div class="ease">
              <a href="${page.otherLanguage}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${say.other}</a>
            </div>`
      }
    </div>
  </header>`
}

function siteFooter(language: Language): Markup {
  const say = words[language]
  return html`<footer class="site">
    <div class="wrap">
      <a href="${inLanguage(pagePaths.about, language)}">${say.about}</a>　<a
        href="${inLanguage(pagePaths.privacy, language)}"
        >${say.privacy}</a
      >　<a href="${inLanguage(pagePaths.accessibility, language)}">${say.accessibility}</a>
    </div>
  </footer>`
}

/** A server-rendered page: complete without JavaScript, wearing the site's own stylesheet. */
export function shell(page: Page): Markup {
  const say = words[page.language]
  return html`<!doctype html>
    <html lang="${page.language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · ${say.portal}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">${say.skip}</a>
        ${siteHeader(page)}
        <main class="wrap" id="main" tabindex="-1">
          ${
            page.backTo === undefined
              ? ''
              : html`<p><a class="back" href="${page.backTo.href}">${page.backTo.text}</a></p>`
          }
          ${page.body}
        </main>
        ${siteFooter(page.language)}
      </body>
    </html>`
}
