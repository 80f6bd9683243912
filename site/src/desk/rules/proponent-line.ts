import type { OfficeOpinion } from '#contract/office-api.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import type { Strings } from '../words/strings.zh.ts'

/** Where an opinion came from, in one line: channel, contact point, proponent, dates. */
export function sourceLine(
  opinion: Pick<OfficeOpinion, 'channel' | 'contactPoint' | 'proponent' | 'collectedOn'>,
  words: Strings,
): string {
  return sourceParts(opinion, words).join(' · ')
}

/** The same, part by part. */
export function sourceParts(
  opinion: Pick<OfficeOpinion, 'channel' | 'contactPoint' | 'proponent' | 'collectedOn'>,
  words: Strings,
): string[] {
  return [
    words.channelNames[opinion.channel],
    opinion.contactPoint?.name,
    proponentWords(opinion.proponent),
    opinion.collectedOn && words.deciding.collectedOn(opinion.collectedOn),
  ].filter((part): part is string => part !== undefined && part !== '')
}
