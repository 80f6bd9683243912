import { useWords } from '../../parts/language.tsx'

/** Where a draft's text comes from: a file, or words pasted and corrected in place. */
export function TextSource(props: {
  onFile: (file: Blob) => void
  text: string
  onText: (text: string) => void
  area: { current: HTMLTextAreaElement | null }
}) {
  const words = useWords()
  return (
    <>
      <div class="field">
        <label for="draft-file">{words.importing.file}</label>
        <span class="hint" id="draft-file-hint">
          {words.importing.fileHint}
        </span>
        <input
          id="draft-file"
          type="file"
          accept=".docx,.docm,.txt,.md,.markdown,.html,.htm"
          aria-describedby="draft-file-hint"
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) props.onFile(file)
          }}
        />
      </div>
      <div class="field">
        <label for="draft-text">{words.importing.text}</label>
        <span class="hint" id="draft-text-hint">
          {words.importing.textHint}
        </span>
        <textarea
          id="draft-text"
          class="source"
          ref={props.area}
          rows={24}
          spellcheck={false}
          aria-describedby="draft-text-hint"
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
      </div>
    </>
  )
}
