import type { Bulletin } from '#core/bulletin/bulletin.ts'
import { type Edition, isLongEdition } from '#core/bulletin/long-bulletin.ts'

/** An edition that holds its rows itself, as one of usual size does. */
export function wholeEdition(edition: Edition | undefined): Bulletin {
  if (edition === undefined || isLongEdition(edition)) throw new Error('this is no edition of usual size')
  return edition
}
