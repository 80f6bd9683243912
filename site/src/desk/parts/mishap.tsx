import { Component, type ComponentChildren } from 'preact'
import { SpeechContext } from './language.tsx'

/** A fault of ours in drawing a screen: said plainly, with the way on. What was typed is kept and comes back. */
export class Mishap extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  constructor() {
    super()
    this.state = { failed: false }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <SpeechContext.Consumer>
        {({ words }) => (
          <main class="wrap" id="main">
            <div class="error-summary" role="alert">
              <h1 tabIndex={-1}>{words.trouble.title}</h1>
              <p>{words.trouble.unexpected}</p>
              <button type="button" class="button" onClick={() => location.reload()}>
                {words.retry}
              </button>
            </div>
          </main>
        )}
      </SpeechContext.Consumer>
    )
  }
}
