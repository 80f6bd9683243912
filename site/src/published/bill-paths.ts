import type { Language } from '#contract/page-paths.ts'
import type { PublishedBill } from '#contract/published.ts'
import { languagePaths } from '../routes.ts'
import { published } from './portal.ts'

/** A bill in one language: what its page, its feed and its calendar are made of. */
export interface BillProps {
  bill: PublishedBill
  language: Language
}

/** `getStaticPaths` of everything that exists once a bill and language. */
export function billPaths() {
  return languagePaths().flatMap(({ params, props }) =>
    published.bills.map((bill) => ({ params: { ...params, billId: bill.id }, props: { ...props, bill } })),
  )
}
