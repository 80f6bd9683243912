import { readFileSync } from 'node:fs'
import type { ChangeType } from '#core/opinion.ts'
import type { GroupedText } from '#core/grouping/propose-groups.ts'

/** An opinion with the kind a reader gave it. */
export interface LabelledOpinion extends GroupedText {
  kind: string
  heldOut: boolean
}

/** Labelled opinions, and the draft they are about. */
export interface LabelledOpinions {
  draft: string[]
  opinions: LabelledOpinion[]
}

const file = new URL('../fixtures/same-kind-opinions.txt', import.meta.url)

/** The first opinion of a kind as somebody passed it on. An edit that does not fit is a fault of the file. */
function edited(first: string, line: string): string {
  const [, edits = '', before = '', behind = ''] =
    /^~ ?(.*?)(?: ?< (.*?))?(?: ?(?<!=)> (.*))?$/.exec(line) ?? []
  let text = first
  for (const edit of edits.split('; ').filter((edit) => edit.trim() !== '')) {
    const [from = '', to = ''] = edit.split('=>')
    if (!text.includes(from.trim())) throw new Error(`no ${from} in ${text}`)
    text = text.replace(from.trim(), to.trim())
  }
  return before + text + behind
}

/** Reads the labelled opinions. */
export function readLabelledOpinions(): LabelledOpinions {
  const draft: string[] = []
  const opinions: LabelledOpinion[] = []
  let kind = { article: '', kind: '', changeType: 'general' as ChangeType, heldOut: false }
  let first = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    if (line.startsWith('@ ')) draft.push(line.split(' ').slice(2).join(' '))
    else if (line.startsWith('== ')) {
      const [article = '', name = '', changeType = '', part] = line.slice(3).split(' ')
      kind = {
        article,
        kind: `${article} ${name}`,
        changeType: changeType as ChangeType,
        heldOut: part === 'held-out',
      }
      first = ''
    } else {
      const words = line.startsWith('~') ? edited(first, line) : line
      first ||= words
      opinions.push({ ...kind, words })
    }
  }
  return { draft, opinions }
}
