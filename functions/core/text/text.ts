import type { OpinionFlag } from '../opinion.ts'

/** A text fit to be kept, or why it is not; `flags` say what a person should look at. */
export type CleanedText =
  { ok: true; text: string; flags: OpinionFlag[] } | { ok: false; code: 'bad-characters' }

/** C0 controls other than tab and line feed, DEL, and surrogates without their other half. */
const refused = /(?![\n\t\u0080-\u009f])\p{Cc}|\p{Surrogate}/u

/** Zero-width and direction-changing characters: they hide or reorder words and nobody types them on purpose. */
const invisible =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<!\p{Script=Mongolian})\u180e/gu

/** Joiners mean something between parts of an emoji and inside Arabic or Mongolian script, nowhere else. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Mongolian}])[\u200c\u200d]/gu

/** Variation selectors mean something behind an emoji or, as ideographic variants, behind a Han character. */
const straySelector =
  /(?<![\p{Emoji}\p{Script=Han}])[\ufe00-\ufe0f]|(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]/gu

/** Tag characters spell the flags of England, Scotland and Wales behind a black flag; elsewhere they hide text. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,7}\u{e007f})|[\u{e0000}-\u{e007f}]/gu

/** What wrongly decoded Chinese looks like: U+FFFD, GBK of it, question marks in place of words, UTF-8 read as Latin-1. */
const mojibake =
  /\ufffd|锟斤拷|烫烫烫|\p{Script=Han}\?{3,}\p{Script=Han}|(?:[ãäåæçèé][\u0080-\u00bf]{1,2}){2}|(?:[åæçèé][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]{2}){2}/u

/**
 * Makes a person's text safe to keep without changing a word of it: line ends to `\n`, NFC (never NFKC, which
 * would rewrite 〇 neighbours and full-width digits), invisible characters out, outer blank trimmed. Rare Han
 * (𠮷 㐱 〇), emoji sequences and ideographic variants survive. NUL, other control characters and lone
 * surrogates are refused: no honest keyboard makes them. Flags say what a reader should know.
 */
export function cleanText(raw: string): CleanedText {
  const lines = raw.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  if (refused.test(lines)) return { ok: false, code: 'bad-characters' }
  const visible = removeInvisible(lines)
  const text = visible.normalize('NFC').trim()
  const flags: OpinionFlag[] = []
  // A byte order mark at the very start is how files begin, not something hidden in the words.
  if (visible !== lines.replace(/^\ufeff/, '')) flags.push('invisible-removed')
  if (mojibake.test(text)) flags.push('mojibake')
  return { ok: true, text, flags }
}

function removeInvisible(text: string): string {
  const kept = text.replace(invisible, '').replace(tags, '$1')
  return kept.replace(strayJoiner, '').replace(straySelector, '')
}

/** Length as people count it: code points, so that 𠮷 is one. */
export function countChars(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00) at += 1
    count += 1
  }
  return count
}
