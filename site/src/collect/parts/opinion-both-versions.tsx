import { proponentWords } from '#core/collecting/proponent-words.ts'
import { articleLabel } from '../rules/article-label.ts'
import { BothVersions } from './both-versions.tsx'
import { useWords } from './language.tsx'
import type { Content, OpinionState } from './opinion-state.tsx'

/** One opinion written in two windows. */
export function OpinionBothVersions({ opinion }: { opinion: OpinionState }) {
  const { records, opinion: own } = useWords()
  const stances = { ...own.stances, ...own.more }
  const valueOf = (field: keyof Content, content: Content): string => {
    if (field === 'provisionId') return articleLabel(content.provisionId) || own.whole
    if (field === 'changeType') return stances[content.changeType]
    if (field === 'proponent') return proponentWords(content.proponent)
    const value = content[field]
    return typeof value === 'string' ? value : ''
  }
  return (
    <BothVersions<Content>
      edits={opinion.edits}
      say={(field, content) => ({ name: records.fields[field] ?? field, value: valueOf(field, content) })}
    />
  )
}
