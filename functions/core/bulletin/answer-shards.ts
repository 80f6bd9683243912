import type { OpinionId } from '../ids.ts'

const idCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A receipt page reads one shard; beyond this many answers one file would be too much for it. */
const answersPerShard = 1000

/** Into how many files the answers of an edition go: 1, 64 or 4096. */
export function answerShards(answers: number): number {
  if (answers <= answersPerShard) return 1
  return answers <= answersPerShard * idCharacters.length ? idCharacters.length : idCharacters.length ** 2
}

/** The one that answers an opinion: by the first characters of its id, six bits each. */
export function answerShardOf(id: OpinionId, shards: number): number {
  if (shards === 1) return 0
  const [first, second] = [0, 1].map((at) => idCharacters.indexOf(id.charAt(at)))
  if (first === undefined || second === undefined) return 0
  return shards === idCharacters.length ? first : first * idCharacters.length + second
}
