import type * as z from 'zod'

/** A body as the desk writes it: ids and instants are plain text here, the office reads them. */
export type Written<Schema extends z.ZodType> = z.input<Schema>
