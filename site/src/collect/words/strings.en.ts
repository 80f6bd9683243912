import { stageNamesIn } from '../../i18n/names.ts'
import { accessEn } from './access.en.ts'
import { opinionEn } from './opinion.en.ts'
import { recordsEn } from './records.en.ts'
import { standingEn } from './standing.en.ts'
import type { Strings } from './strings.zh.ts'
import { scanEn } from '../../scan/scan.en.ts'
import { tasksEn } from './tasks.en.ts'

/** Every word of the collector's app in English; the type is the Chinese one's, so a missing key does not compile. */
export const en: Strings = {
  locale: 'en',
  siteName: 'Kaimen',
  appName: 'Collect',
  skip: 'Skip to content',
  otherLanguage: '中文',
  bigLetters: 'Large',
  loading: 'Reading…',
  optional: 'optional',
  colon: ': ',
  back: 'Back',
  nav: { label: 'Sections', home: 'Tasks', records: 'Records', device: 'Device' },
  stageNames: stageNamesIn.en,
  standing: standingEn,
  access: accessEn,
  tasks: tasksEn,
  opinion: opinionEn,
  records: recordsEn,
  scanning: scanEn,
  mishap: 'Something went wrong on this page. What you wrote is saved on this device.',
  noStorage:
    'This browser keeps nothing (a private window, perhaps), so what you write would be lost. Leave private mode or use another browser.',
  reload: 'Open again',
}
