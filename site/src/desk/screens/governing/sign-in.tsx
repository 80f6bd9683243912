import { pagePaths } from '#contract/page-paths.ts'
import { LanguageSwitch } from '../../../parts/language-switch.tsx'
import { Mark } from '../../parts/top-bar.tsx'
import { useWords } from '../../parts/language.tsx'
import { useEffect } from 'preact/hooks'

/** For people who are not signed in: what this is, one button, and the way to the public pages. */
export function SignIn() {
  const words = useWords()
  useEffect(() => {
    document.title = `${words.signIn.title} · ${words.appName}`
  }, [words])
  const back = encodeURIComponent(location.pathname + location.hash)
  return (
    <>
      <header class="site">
        <div class="wrap">
          <Mark />
          <div class="who">
            <LanguageSwitch class="button text" />
          </div>
        </div>
      </header>
      <main class="wrap" id="main">
        <div class="sign-in">
          <h1 tabIndex={-1}>{words.signIn.title}</h1>
          <p>{words.signIn.lead}</p>
          <div class="buttons">
            <a class="button" href={`${pagePaths.login}?return=${back}`}>
              {words.signIn.button}
            </a>
            <a class="button quiet" href={pagePaths.home}>
              {words.signIn.publicSite}
            </a>
          </div>
        </div>
      </main>
    </>
  )
}
