import { render } from 'preact'
import { browserWorld } from './engine/browser-world.ts'
import { createCollector } from './engine/create-collector.ts'

const place = document.querySelector<HTMLElement>('#collect')
if (place) {
  const collector = await createCollector(browserWorld())
  render(<p>{collector.access().state}</p>, place)
}
