import type { PortalSettings } from '#core/ports.ts'

/** A portal's settings where a test or a bench asks for nothing special. */
export const testSettings: PortalSettings = {
  origin: '',
  utcOffsetMinutes: 480,
  legalMinimumDays: 30,
  attachmentKeptDays: 30,
  noticeVersion: '1',
}
