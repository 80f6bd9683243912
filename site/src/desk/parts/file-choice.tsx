import { useId, useState } from 'preact/hooks'
import { useWords } from './language.tsx'

/** A file to send: chosen with a button or dropped anywhere on the box. */
export function FileChoice(props: {
  label: string
  hint: string
  accept: string
  file: File | undefined
  onFile: (file: File) => void
}) {
  const words = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file) props.onFile(file)
  }
  return (
    <div
      class={over ? 'file over' : 'file'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <label for={id}>{props.label}</label>
      <span class="hint" id={`${id}-hint`}>
        {props.hint}
      </span>
      <div class="file-pick">
        {/* The browser's own button speaks its own language, and knows nothing of a file that was dropped. */}
        <span class="button quiet face">
          <input
            id={id}
            type="file"
            accept={props.accept}
            aria-describedby={`${id}-hint ${id}-name`}
            onClick={(event) => {
              // The same file mended and chosen again must count as a new choice.
              event.currentTarget.value = ''
            }}
            onChange={(event) => take(event.currentTarget.files)}
          />
          {props.file ? words.otherFile : words.chooseFile}
        </span>
        <span class="file-name" id={`${id}-name`}>
          {props.file?.name ?? words.noFile}
        </span>
      </div>
    </div>
  )
}
