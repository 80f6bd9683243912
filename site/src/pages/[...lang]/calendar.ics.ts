import type { APIRoute } from 'astro'
import type { Language } from '#contract/page-paths.ts'
import { siteCalendar } from '../../feeds/feeds.ts'
import { languagePaths } from '../../routes.ts'

/** Every deadline ahead, for calendars. */
export const getStaticPaths = languagePaths

export const GET: APIRoute<{ language: Language }> = ({ props }) => siteCalendar(props.language)
