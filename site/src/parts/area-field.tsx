import { FieldFrame, useControlId, type TextProps } from './field-frame.tsx'

/** Several lines; `rows` is where it begins (`--high` for stylesheets that take it), it grows with its words. */
export function AreaField(props: TextProps & { rows?: number }) {
  const control = useControlId(props.id)
  const rows = props.rows ?? 3
  return (
    <FieldFrame {...props} control={control}>
      {(describedBy) => (
        <textarea
          id={control}
          rows={rows}
          style={{ '--high': `${rows * 1.55 + 0.6}em` }}
          value={props.value}
          maxLength={props.max}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
