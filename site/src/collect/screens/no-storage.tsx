import { en } from '../words/strings.en.ts'
import { zh } from '../words/strings.zh.ts'

/** A browser that keeps nothing (private window, storage forbidden) must not look as if it did. In both languages: none is remembered. */
export function NoStorage() {
  return (
    <main class="wrap" id="main">
      <div class="error-summary" role="alert">
        <p>{zh.noStorage}</p>
        <p lang="en">{en.noStorage}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {zh.reload} <span lang="en">{en.reload}</span>
        </button>
      </div>
    </main>
  )
}
