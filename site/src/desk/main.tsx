import { render } from 'preact'
import { DeskApp } from './desk-app.tsx'

const place = document.querySelector<HTMLElement>('#desk')
if (place) {
  place.replaceChildren()
  render(<DeskApp exampleMark={place.dataset['exampleMark']} />, place)
}
