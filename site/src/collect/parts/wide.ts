import { useEffect, useState } from 'preact/hooks'

const wideEnough = '(min-width: 64rem)'

/** Whether there is room for the draft beside the form. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(wideEnough).matches)
  useEffect(() => {
    const query = matchMedia(wideEnough)
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return wide
}
