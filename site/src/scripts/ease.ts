/*
 * Remembers 长辈大字 and 高对比. Loaded as a classic script before the page is painted, so that a person who
 * chose large letters never sees small ones first. Without it the same checkboxes work on each page by CSS alone.
 */
;(() => {
  const switches = ['big', 'contrast'] as const
  const root = document.documentElement
  const keyOf = (name: string): string => `kaimen-ease-${name}`

  function remembered(name: string): boolean {
    try {
      return localStorage.getItem(keyOf(name)) === '1'
    } catch {
      return false // storage is closed to us: the switch works for this page only
    }
  }

  function remember(name: string, on: boolean): void {
    root.toggleAttribute(`data-${name}`, on)
    try {
      if (on) localStorage.setItem(keyOf(name), '1')
      else localStorage.removeItem(keyOf(name))
    } catch {
      // as above
    }
  }

  for (const name of switches) if (remembered(name)) root.setAttribute(`data-${name}`, '')
  document.addEventListener('DOMContentLoaded', () => {
    for (const name of switches) {
      const box = document.querySelector<HTMLInputElement>(`#ease-${name}`)
      if (!box) continue
      box.checked = root.hasAttribute(`data-${name}`)
      box.addEventListener('change', () => remember(name, box.checked))
    }
  })
})()
