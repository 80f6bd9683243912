import { render } from 'preact'
import { CollectApp } from './app.tsx'
import { browserWorld } from './engine/browser-world.ts'
import { createCollector } from './engine/create-collector.ts'
import { NoStorage } from './screens/no-storage.tsx'

const place = document.querySelector<HTMLElement>('#collect')
if (place) {
  try {
    const collector = await createCollector(browserWorld())
    render(
      <CollectApp collector={collector} now={() => Date.now()} exampleMark={place.dataset['exampleMark']} />,
      place,
    )
  } catch {
    render(<NoStorage />, place)
  }
}
