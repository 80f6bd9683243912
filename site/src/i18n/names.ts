import type { Language } from '#contract/page-paths.ts'
import type { DraftStage } from '#core/bill.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { changeTypeNames, channelNames, draftStageNames, outcomeNames } from '#core/names.ts'
import type { ChangeType, Channel } from '#core/opinion.ts'

/** Names of the closed sets in each language; the Chinese ones are core's own. */
export const outcomeNamesIn: Record<Language, Record<Outcome, string>> = {
  zh: outcomeNames,
  en: {
    adopted: 'Adopted',
    partlyAdopted: 'Partly adopted',
    adoptedInSubstance: 'Met in another way',
    alreadyCovered: 'Already covered',
    referred: 'Passed to the department',
    deferred: 'Kept for later',
    notAdopted: 'Not adopted',
    outOfScope: 'Outside this law',
  },
}

export const changeTypeNamesIn: Record<Language, Record<ChangeType, string>> = {
  zh: changeTypeNames,
  en: {
    add: 'Add',
    modify: 'Change',
    delete: 'Delete',
    general: 'General',
    question: 'Question',
    support: 'Support',
  },
}

export const channelNamesIn: Record<Language, Record<Channel, string>> = {
  zh: channelNames,
  en: {
    web: 'Online',
    qr: 'QR poster',
    forum: 'Forum',
    visit: 'Home visit',
    letterbox: 'Opinion box',
    letter: 'Letter',
    hotline: '12345 hotline',
    deputy: "Deputies' station",
    cppcc: "CPPCC members' station",
    suggestionOffice: "People's suggestions office",
    survey: 'Questionnaire',
  },
}

export const stageNamesIn: Record<Language, Record<DraftStage, string>> = {
  zh: draftStageNames,
  en: {
    consultation: 'consultation draft',
    firstReading: 'first-reading draft',
    secondReading: 'second-reading draft',
    thirdReading: 'third-reading draft',
    votingText: 'voting text',
    enacted: 'enacted text',
  },
}

/** How each outcome's stamp is drawn: whether the words changed, shape first, colour second. */
export const stampOf: Record<Outcome, string> = {
  adopted: 'stamp full',
  partlyAdopted: 'stamp part',
  adoptedInSubstance: 'stamp',
  alreadyCovered: 'stamp other',
  referred: 'stamp other',
  deferred: 'stamp other',
  notAdopted: 'stamp no',
  outOfScope: 'stamp no',
}

export const tierNames: Record<
  Language,
  Record<'national' | 'provincial' | 'municipal' | 'district', string>
> = {
  zh: { national: '国家级', provincial: '省级', municipal: '市级', district: '区县级' },
  en: { national: 'national', provincial: 'provincial', municipal: 'municipal', district: 'district' },
}

export const ownerNames: Record<Language, Record<'npc' | 'government', string>> = {
  zh: { npc: '人大', government: '政府' },
  en: { npc: "people's congress", government: 'government' },
}
