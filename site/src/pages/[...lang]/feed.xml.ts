import type { APIRoute } from 'astro'
import type { Language } from '#contract/page-paths.ts'
import { siteFeed } from '../../feeds/feeds.ts'
import { languagePaths } from '../../routes.ts'

/** What happened to any bill, for news readers. */
export const getStaticPaths = languagePaths

export const GET: APIRoute<{ language: Language }> = ({ props }) => siteFeed(props.language)
