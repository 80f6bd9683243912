import { useWords } from '../parts/language.tsx'

/** A browser that keeps nothing (private window, storage forbidden) must not look as if it did. */
export function NoStorage() {
  const words = useWords()
  return (
    <main class="wrap" id="main">
      <div class="error-summary" role="alert">
        <p>{words.noStorage}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </main>
  )
}
