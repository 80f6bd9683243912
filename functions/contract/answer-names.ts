/** Names of the fields in which a resident says something, in the order a person meets them. */
export const answerNames = [
  'changeType',
  'verbatim',
  'proposedText',
  'reason',
  'category',
  'area',
  'contact',
] as const
export type AnswerName = (typeof answerNames)[number]
