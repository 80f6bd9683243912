import type { APIRoute } from 'astro'
import { billCalendar } from '../../../../feeds/feeds.ts'
import { billPaths, type BillProps } from '../../../../published/bill-paths.ts'

/** The deadlines of one bill, for calendars. */
export const getStaticPaths = billPaths

export const GET: APIRoute<BillProps> = ({ props }) => billCalendar(props)
