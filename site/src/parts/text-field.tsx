import { FieldFrame, useControlId, type TextProps } from './field-frame.tsx'

interface LineProps extends TextProps {
  type?: 'text' | 'date' | 'time' | 'tel' | 'search' | 'password'
  inputMode?: 'numeric' | 'text'
  /** Earlier answers to choose from. */
  list?: readonly string[]
  placeholder?: string
  autoComplete?: string
  onEnter?: () => void
}

/** One line. The browser remembers nothing of it unless asked to: both apps stand on machines several people use. */
export function TextField(props: LineProps) {
  const control = useControlId(props.id)
  return (
    <FieldFrame {...props} control={control}>
      {(describedBy) => (
        <>
          <input
            id={control}
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            list={props.list && `${control}-list`}
            placeholder={props.placeholder}
            autoComplete={props.autoComplete ?? 'off'}
            value={props.value}
            maxLength={props.max}
            aria-describedby={describedBy}
            aria-invalid={props.error ? true : undefined}
            onInput={(event) => props.onValue(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter that ends a choice of characters in an input method is not Enter.
              if (event.key !== 'Enter' || event.isComposing || !props.onEnter) return
              event.preventDefault()
              props.onEnter()
            }}
          />
          {props.list && (
            <datalist id={`${control}-list`}>
              {props.list.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldFrame>
  )
}
