/** What may be attached: photos of paper and places, recordings, scans. */
export const attachmentMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'application/pdf',
] as const
export type AttachmentMediaType = (typeof attachmentMediaTypes)[number]
