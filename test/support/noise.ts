/**
 * What copying from web pages and word processors does to a statute: CRLF, a byte order mark, NBSP and U+3000 in
 * place of blanks, zero-width spaces inside words, ASCII brackets round item numbers. By position, not at random.
 */
export function addNoise(text: string): string {
  const lines = text.split('\n').map((line, index) => {
    const marked = line
      .replace(/^(\s*)（([一二三四五六七八九十]{1,3})）/u, index % 2 ? '$1($2)' : '$1（$2） ')
      .replace(/^(\s*第[一二三四五六七八九十百零]+条)　/u, index % 3 ? '$1\u00a0\u3000' : '$1\u2003\t')
      .replace(/^\s+/u, ['\u00a0\u00a0', '\t', '\u3000\u3000', ''][index % 4] ?? '')
    const middle = Math.floor(marked.length / 2)
    return `${marked.slice(0, middle)}\u200b${marked.slice(middle)}\u3000`
  })
  return `\ufeff${lines.join('\r\n')}`
}
