/** 采纳·部分采纳·以其他方式体现·已有规定·转有关部门研究·留待以后研究·未采纳·不属本法范围 */
export const outcomes = [
  'adopted',
  'partlyAdopted',
  'adoptedInSubstance',
  'alreadyCovered',
  'referred',
  'deferred',
  'notAdopted',
  'outOfScope',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that must point at words of the later draft (R5). */
export const outcomesWithWords: readonly Outcome[] = ['adopted', 'partlyAdopted']
