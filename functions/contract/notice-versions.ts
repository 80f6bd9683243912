import { pagePaths } from './page-paths.ts'

/**
 * Versions of the privacy notice that were in force before the current one (`authority.noticeVersion`), newest first. Every opinion
 * and consent records the version its author was shown; the words of each stay readable (`site/src/prose/notices/`).
 */
export const earlierNoticeVersions = ['2026-11-01'] as const
export type EarlierNoticeVersion = (typeof earlierNoticeVersions)[number]

/** Whether a version's words are on a page of their own. */
export function isEarlierNotice(version: string): version is EarlierNoticeVersion {
  return (earlierNoticeVersions as readonly string[]).includes(version)
}

/** Where the words of a version are read, in Chinese: a consultation keeps the version it was prepared with. */
export function noticePath(version: string): string {
  return isEarlierNotice(version) ? pagePaths.notice(version) : pagePaths.privacy
}
