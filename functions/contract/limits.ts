/** Limits on what people send, with the reason for each number. */
export const limits = {
  /** 原话: thousands of characters are a letter, not a comment; 20,000 are answered with a clear error. */
  maxVerbatimChars: 5000,
  maxDraftedChars: 5000,
  maxProposedTextChars: 3000,
  maxReasonChars: 2000,
  maxQuoteChars: 2000,
  maxContactChars: 200,
  maxCategoryChars: 40,
  maxAreaChars: 60,
  /** JSON and form bodies of the public API. */
  maxBodyBytes: 256 * 1024,
  /** A plain-text statute; the criminal law is 230 KB. */
  maxDraftBytes: 4 * 1024 * 1024,
  /** A draft's file; pictures and fonts make a .docx larger than its words. */
  maxDraftFileBytes: 20 * 1024 * 1024,
  /** An uploaded spreadsheet. */
  maxSheetBytes: 20 * 1024 * 1024,
  /** The answers of an upload on their way into a workbook: some 20,000 rows, and what one Lambda request can bring. */
  maxAnswerSheetBytes: 4 * 1024 * 1024,
  /** All entries of a workbook inflated: checked in the central directory before a reader sees the file. */
  maxInflatedBytes: 120 * 1024 * 1024,
  maxInflationRatio: 200,
  maxArchiveEntries: 2000,
  maxSheetRows: 20_000,
  maxJsonDepth: 12,
  maxSyncRecords: 100,
  /** A request of the offline app: forty of the longest opinions, thousands of ordinary ones' worth of room. */
  maxSyncBytes: 2 * 1024 * 1024,
  /** A carried file: what one Lambda request can bring (6 MB in all). */
  maxCarriedBytes: 4 * 1024 * 1024,
  /** A piece of a photo in a carried file: 512 KB sealed, as base64, and what stands around it. */
  maxCarriedPieceBytes: 768 * 1024,
  /** Pieces of 512 KB: 25 MB a photo, recording or scan. */
  maxAttachmentPieces: 50,
  /** A file longer than this is fetched from the store: 6 MB of a Lambda's answer hold some 4.5 MB of bytes. */
  maxDirectFileBytes: 4 * 1024 * 1024,
  /** Requests a member may send a minute to one process: a device that sends in a loop is told to wait. */
  maxCollectRequestsPerMinute: 600,
  enrolmentCodeMinutes: 15,
  /** Requests to a store on their way at once (`core/in-flight.ts`), puts and looks alike. */
  maxPutsInFlight: 16,
  /** Decisions one answer to a group writes in a call; the caller asks again for what is left. */
  maxDecisionsPerCall: 1000,
  /** Followed opinions a cause is chosen from, of one article: a person looks through a hundred, not through thousands. */
  maxDecisionsOfArticle: 100,
  /** The same of all articles together: each is looked up by itself, and the answer stays about a megabyte. */
  maxDecisionsInCauses: 2000,
  /**
   * Up to so many opinions an edition of the bulletin is one object with all its rows. Two of them, the one being
   * written and the one it corrects, must fit into the 6 MB of a Lambda's answer; a page of them is some 2 MB.
   */
  maxWholeEditionRows: 3000,
  /** Opinions of a bulletin's Word file: beyond this no word processor opens it, and table and open data have them all. */
  maxBulletinDocumentRows: 20_000,
  /** Opinions with their words on the desk of a report: one of more is read by nobody, and the next one holds the rest. */
  maxReportOpinions: 2000,
  /** Feedback slips in one answer: more than one contact point's on almost any draft, and what a browser prints at once. */
  maxSlipsPerPart: 500,
  /** The same in bytes: with its occasions the answer must fit into the 6 MB of a Lambda's. */
  maxSlipBytesPerPart: 3 * 1024 * 1024,
  /** Entries of the log grouped in a call, about a second's work; the caller asks again for what is left. */
  maxGroupedPerCall: 20_000,
  /** Up to so many grouped entries a list says how many opinions are of a kind: about a megabyte read a page. */
  maxGroupedInList: 20_000,
  /** Entries of the log whose facts are gathered in a call, some two seconds' work; the caller asks again. */
  maxFactsPerCall: 60_000,
  /** Text bundles of 256 opinions one call of a search reads; the caller asks again for what is left. */
  maxBundlesPerSearch: 400,
  /** Contact data expires this long after the consultation closes. */
  contactDaysAfterClose: 365,
  maxMailAddressChars: 254,
  /** A letter that asks for confirmation is good for so long; then the address is gone. */
  mailCodeDays: 3,
  /** Such letters a day, for one receipt and to one address: nobody is to be pestered in somebody's name. */
  maxLettersPerReceipt: 5,
  maxLettersPerAddress: 5,
  /** Nobody else hands a letter over that somebody may be at: longer than a carrier takes to tell that it left. */
  mailLeaseMinutes: 15,
  sessionHours: 10,
} as const
