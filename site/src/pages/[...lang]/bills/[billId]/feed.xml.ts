import type { APIRoute } from 'astro'
import { billFeed } from '../../../../feeds/feeds.ts'
import { billPaths, type BillProps } from '../../../../published/bill-paths.ts'

/** What happened to one bill, for news readers. */
export const getStaticPaths = billPaths

export const GET: APIRoute<BillProps> = ({ props }) => billFeed(props)
