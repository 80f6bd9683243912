import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { feedStrings } from '../i18n/feeds.ts'
import { strings } from '../i18n/strings.ts'
import type { BillProps } from '../published/bill-paths.ts'
import { askings, askingsOf, published, settings } from '../published/portal.ts'
import { atomFeed } from './atom.ts'
import { deadlinesOf } from './deadlines.ts'
import { happeningsOf, type Happening } from './happenings.ts'
import { iCalendar } from './icalendar.ts'

const { now, origin } = settings
const { authority } = published.site
const cityIn = (language: Language) => (language === 'zh' ? authority.city : authority.cityEn)

/** The feed of the whole site. */
export function siteFeed(language: Language): Response {
  const happenings = published.bills
    .flatMap((bill) => happeningsOf(bill, language))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  const title = feedStrings[language].title(cityIn(language))
  return feedAnswer(pagePaths.home, title, happenings, language)
}

/** The feed of one bill. */
export function billFeed({ bill, language }: BillProps): Response {
  return feedAnswer(pagePaths.bill(bill.id), bill.title, happeningsOf(bill, language), language)
}

function feedAnswer(
  page: string,
  title: string,
  happenings: readonly Happening[],
  language: Language,
): Response {
  const pagePath = inLanguage(page, language)
  const feed = atomFeed({
    origin,
    path: `${pagePath}feed.xml`,
    pagePath,
    title,
    author: language === 'zh' ? authority.office : authority.officeEn,
    languageTag: strings[language].languageTag,
    madeAt: now,
    happenings,
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}

/** Every deadline ahead. */
export function siteCalendar(language: Language): Response {
  return calendarAnswer(feedStrings[language].title(cityIn(language)), askings, language)
}

/** The deadlines of one bill. */
export function billCalendar({ bill, language }: BillProps): Response {
  return calendarAnswer(bill.title, askingsOf(bill), language)
}

function calendarAnswer(name: string, of: typeof askings, language: Language): Response {
  const events = of.flatMap((asking) => deadlinesOf(asking, language, origin))
  return new Response(iCalendar(name, now, events), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
