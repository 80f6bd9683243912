import { useSharedSpeech } from './speech.ts'

/** The other of the two languages, named in itself. */
export function LanguageSwitch(props: { class?: string }) {
  const { words, language, choose } = useSharedSpeech()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      class={props.class}
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => choose(other)}
    >
      {words.otherLanguage}
    </button>
  )
}
