import { html } from 'hono/html'
import { openDoor } from '#contract/open-door.ts'
import { easeScriptPath, inLanguage, pagePaths, stylesheetPath, type Language } from '#contract/page-paths.ts'
import type { Authority } from '#contract/authority.ts'
import { frameWords } from './frame-words.ts'

/** Markup made by `hono/html`: every value in it is escaped. */
export type Markup = ReturnType<typeof html>

/** One page before it wears the site's frame. */
export interface Page {
  /** Without the portal's name; prefixed 「有误：」 by the page that shows errors. */
  title: string
  language: Language
  body: Markup
  /** Which entry of the navigation it belongs to. */
  current?: 'open' | 'receipt'
  /** Address of the same page in the other language, when it has one. */
  otherLanguage?: string
  backTo?: { href: string; text: string }
}

/** The same house as on the static pages (site/src/components/SiteHeader.astro). */
const mark = html`<svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
  <rect width="36" height="36" rx="5" fill="currentColor"></rect>
  <path d="${openDoor}" fill="none" stroke="var(--sheet)" stroke-width="2.4" stroke-linejoin="round"></path>
</svg>`

function navigation({ language, current }: Page): Markup {
  const say = frameWords[language]
  const entry = (name: 'open' | 'answered' | 'contactPoints' | 'receipt', path: string) =>
    html`<a href="${inLanguage(path, language)}" ${current === name ? html`aria-current="page"` : ''}
      >${say[name]}</a
    >`
  return html`<nav aria-label="${say.nav}">
    ${entry('open', pagePaths.home)} ${entry('answered', pagePaths.answered)}
    ${entry('contactPoints', pagePaths.contactPoints)} ${entry('receipt', pagePaths.receipt)}
  </nav>`
}

function siteHeader(page: Page, authority: Authority): Markup {
  const { language, otherLanguage } = page
  const say = frameWords[language]
  const other = language === 'zh' ? 'en' : 'zh-CN'
  return html`<header class="site">
    ${authority.exampleMark ? html`<p class="example" lang="zh-CN">${authority.exampleMark}</p>` : ''}
    <div class="wrap">
      <a class="mark" href="${inLanguage(pagePaths.home, language)}">
        ${mark}
        <span>${say.portal}</span>
        <span class="soft">${say.portalOf(language === 'zh' ? authority.city : authority.cityEn)}</span>
      </a>
      ${navigation(page)}
      <div class="ease" role="group" aria-label="${say.ease}">
        <label class="face"><input type="checkbox" id="ease-big" autocomplete="off" />${say.big}</label>
        <label class="face"
          ><input type="checkbox" id="ease-contrast" autocomplete="off" />${say.contrast}</label
        >
        ${
          otherLanguage === undefined
            ? ''
            : html`<a href="${otherLanguage}" lang="${other}" hreflang="${other}">${say.otherLanguage}</a>`
        }
      </div>
    </div>
  </header>`
}

function siteFooter(language: Language, authority: Authority): Markup {
  const say = frameWords[language]
  const isChinese = language === 'zh'
  const records = [
    authority.siteCode && say.siteCode(authority.siteCode),
    authority.icp,
    authority.policeRecord,
  ]
  return html`<footer class="site">
    <div class="wrap">
      <nav aria-label="${say.footer}">
        <ul>
          <li><a href="${inLanguage(pagePaths.about, language)}">${say.about}</a></li>
          <li><a href="${inLanguage(pagePaths.privacy, language)}">${say.privacy}</a></li>
          <li><a href="${inLanguage(pagePaths.accessibility, language)}">${say.accessibility}</a></li>
        </ul>
      </nav>
      <p>
        ${say.host(isChinese ? authority.organ : authority.organEn)}
        ${say.office(isChinese ? authority.office : authority.officeEn)}
      </p>
      <p>${say.contact(authority.address, authority.phone)}</p>
      <p>${records.filter(Boolean).join(' · ')}</p>
    </div>
  </footer>`
}

/** Puts a page into the site's frame: complete without JavaScript, wearing the site's own stylesheet. */
export function shell(page: Page, authority: Authority): Markup {
  const { language } = page
  const say = frameWords[language]
  const city = language === 'zh' ? authority.city : authority.cityEn
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · ${say.portalOf(city)}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="${easeScriptPath}"></script>
      </head>
      <body>
        <a class="skip" href="#main">${say.skip}</a>
        ${siteHeader(page, authority)}
        <main class="wrap" id="main" tabindex="-1">
          ${
            page.backTo === undefined
              ? ''
              : html`<p><a class="back" href="${page.backTo.href}">${page.backTo.text}</a></p>`
          }
          ${page.body}
        </main>
        ${siteFooter(language, authority)}
      </body>
    </html>`
}
