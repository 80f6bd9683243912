import type { DraftPreview, DraftProblem } from '#contract/office-api.ts'
import { sayDraftNote } from '#contract/draft-note-words.ts'
import type { ComponentChildren, Ref } from 'preact'
import { useContext } from 'preact/hooks'
import { ProvisionTree } from '../../parts/provision-tree.tsx'
import { SpeechContext, useWords } from '../../parts/language.tsx'
import { problemFacts } from '../../rules/problem-facts.ts'
import { titleDiffers } from '../../rules/title-differs.ts'

/** What the system read out of a text: totals, problems by line, the tree. */
export function DraftReading(props: {
  preview: DraftPreview
  /** Of the bill it would be stored under; unknown while that is being read. */
  billTitle: string | undefined
  stale: boolean
  heading: Ref<HTMLHeadingElement>
  onLine: (line: number) => void
  commit: ComponentChildren
}) {
  const words = useWords()
  const { preview } = props
  const chapters = preview.provisions.filter(({ kind }) => kind === 'chapter' || kind === 'part').length
  return (
    <>
      <h2 tabIndex={-1} ref={props.heading}>
        {words.importing.resultTitle}
      </h2>
      <p>
        {words.importing.summaryLine(preview.articles, chapters)}
        <span class="soft">　{sourceOf(preview, words)}</span>
      </p>
      {props.stale && <p class="next">{words.importing.stale}</p>}
      {props.billTitle !== undefined && titleDiffers(preview.title, props.billTitle) && (
        <p class="next">{words.importing.otherTitle(preview.title, props.billTitle)}</p>
      )}
      <Notes notes={preview.notes ?? []} />
      <Problems problems={preview.problems} onLine={props.onLine} />
      {props.commit}
      <div class="reading-sheet" tabIndex={0} role="region" aria-label={words.importing.resultTitle}>
        <p class="paper-title">{preview.title}</p>
        {preview.enactmentNotes.map((note) => (
          <p class="paper-note" key={note}>
            {note}
          </p>
        ))}
        <ProvisionTree provisions={preview.provisions} />
      </div>
    </>
  )
}

/** A .docx has no encoding of its own to speak of; every other file says how it was decoded. */
function sourceOf({ format, encoding }: DraftPreview, words: ReturnType<typeof useWords>): string {
  const { importing } = words
  if (format === 'docx') return importing.formats.docx
  const decoded = importing.encoding(encoding.toUpperCase())
  return format === undefined ? decoded : [importing.formats[format], decoded].join(' · ')
}

/** What was done to the file on the way to its words, so that nothing is changed silently. */
function Notes(props: { notes: NonNullable<DraftPreview['notes']> }) {
  const { words, language } = useContext(SpeechContext)
  if (props.notes.length === 0) return null
  return (
    <div class="notes">
      <h3>{words.importing.notesTitle}</h3>
      <ul>
        {props.notes.map((note, place) => (
          <li key={`${note.code} ${place}`}>{sayDraftNote(note, language)}</li>
        ))}
      </ul>
    </div>
  )
}

function Problems(props: { problems: readonly DraftProblem[]; onLine: (line: number) => void }) {
  const words = useWords()
  if (props.problems.length === 0) return <p class="told">{words.importing.noProblems}</p>
  return (
    <div class="problems">
      <h3>{words.importing.problemsTitle(props.problems.length)}</h3>
      <ol>
        {props.problems.map((problem, place) => (
          <li key={`${problem.line} ${problem.code} ${place}`}>
            <button type="button" class="jump" onClick={() => props.onLine(problem.line)}>
              {words.importing.line(problem.line)}
            </button>
            <span>
              {words.importing.problems[problem.code]}
              <ProblemFacts facts={problem.facts} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function ProblemFacts(props: { facts: DraftProblem['facts'] }) {
  const words = useWords()
  const said = problemFacts(props.facts, words)
  return said && <span class="soft"> {said}</span>
}
