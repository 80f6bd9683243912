import { startCiting } from './cite.ts'
import { readFindPage } from './find-words.ts'
import { startFinding } from './find.ts'
import { offerCollect } from './offer-collect.ts'
import { sayWhereItWent } from './where-it-went.ts'

/** Everything a reader's browser adds to the text of a draft; the page is complete without it (R19). */
offerCollect(new URLSearchParams(location.search))
const page = readFindPage()
if (page) {
  sayWhereItWent(page)
  startCiting(page)
  startFinding(page)
}
