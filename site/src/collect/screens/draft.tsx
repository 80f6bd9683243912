import { useMemo, useState } from 'preact/hooks'
import { walkProvisions } from '#core/draft/provision.ts'
import { ArticleField } from '../parts/article-field.tsx'
import { useHeld } from '../parts/collecting.tsx'
import { DraftPane } from '../parts/draft-pane.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { seekable } from '../rules/seek-article.ts'

/** The whole draft, found by number or by words, readable at arm's length. */
export function DraftScreen(props: { consultationId: string; at: string | undefined }) {
  const words = useWords()
  const { draft: own } = words.tasks
  const back = {
    to: { screen: 'task', consultationId: props.consultationId } as const,
    name: words.back,
  }
  const [at, setAt] = useState(props.at)
  const held = useHeld(async (collector) => {
    const tasks = await collector.tasks()
    const task = tasks.find(({ consultationId }) => consultationId === props.consultationId)
    return { draft: task && (await collector.draft(task.draft.id)) }
  }, props.consultationId)
  const draft = held?.draft
  const sought = useMemo(() => draft && seekable(draft), [draft])
  if (!held) return <Waiting />
  if (!draft || !sought) return <Screen title={own.missing} back={back} children={null} />
  const chapters = [...walkProvisions(draft.provisions)].filter(
    ({ kind }) => kind === 'part' || kind === 'chapter',
  )
  return (
    <Screen title={draft.title} back={back} kind={own.title}>
      <ArticleField
        id="article-field"
        label={own.find}
        hint={own.findHint}
        seekable={sought}
        onPick={({ id }) => setAt(id)}
      />
      {chapters.length > 0 && (
        <details class="contents-list">
          <summary>{own.contents}</summary>
          <ul class="plain" lang="zh-CN">
            {chapters.map(({ id, label, heading }) => (
              <li key={id}>
                <button type="button" class="button text" onClick={() => setAt(id)}>
                  {label}　{heading}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <DraftPane provisions={draft.provisions} at={at} onChoose={({ id }) => setAt(id)} />
    </Screen>
  )
}
