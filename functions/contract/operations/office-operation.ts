import type * as z from 'zod'

/** One shape under its own name, as in `{ NewBill }`; or the media type of what is no JSON. */
export type Shaped = Readonly<Record<string, z.ZodType>> | string

/** What a route of the office API takes and answers; who may call it says `office-routes.ts`. */
export interface OfficeOperation {
  /** Chinese · English. */
  summary: string
  query?: z.ZodObject
  body?: Shaped
  answer: Shaped
  /** 200 unless said otherwise. */
  status?: 201 | 202
  /** A write of something with a revision: `If-Match` names the one that was read. */
  ifMatch?: true
}

/** Media types of files the office API takes or answers. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  json: 'application/json',
  bytes: 'application/octet-stream',
} as const
