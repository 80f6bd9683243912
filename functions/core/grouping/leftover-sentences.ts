import { foldText } from '../text/folded-text.ts'

/** So much of a sentence's character pairs in the leader's text, and it says nothing the leader does not. */
const covered = 0.75

/** Sentences of a text as they stand in it, with their marks. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。！？!?；;\n]+[。！？!?；;\n”’」』）)]*|[。！？!?；;\n]+/gu) ?? []
}

/**
 * The sentences of a copy that its group's leader lacks, in their order: nothing of substance hides in a form letter
 * (R16). A sentence counts as the leader's only if nearly all of it stands there and no number in it is another one.
 */
export function leftoverSentences(copy: string, leader: string): string[] {
  const { folded } = foldText(leader)
  const pairs = pairsOf(folded)
  const numbers = numbersOf(leader)
  return sentencesOf(copy)
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const own = foldText(sentence).folded
      if (own === '' || folded.includes(own)) return false
      if (numbersOf(sentence).some((number) => !numbers.includes(number))) return true
      const mine = [...pairsOf(own)]
      return mine.filter((pair) => pairs.has(pair)).length < covered * mine.length
    })
}

function pairsOf(folded: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2))
  if (folded.length === 1) pairs.add(folded)
  return pairs
}

function numbersOf(text: string): string[] {
  return text.normalize('NFKC').match(/\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万]{2,}/gu) ?? []
}
