import { Component, type ComponentChildren } from 'preact'
import { SpeechContext } from './language.tsx'

/** A bug of ours must not leave an empty page in a village: says that nothing is lost, and opens again. */
export class Mishap extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false }

  override componentDidCatch() {
    this.setState({ broken: true })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <SpeechContext.Consumer>
        {({ words }) => (
          <main class="wrap" id="main">
            <div class="error-summary" role="alert">
              <p>{words.mishap}</p>
              <button type="button" class="button" onClick={() => location.reload()}>
                {words.reload}
              </button>
            </div>
          </main>
        )}
      </SpeechContext.Consumer>
    )
  }
}
