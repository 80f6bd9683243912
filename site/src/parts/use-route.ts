import { useEffect, useState } from 'preact/hooks'

/** Where the fragment says a person is; going elsewhere begins at the top of the page, unless `stays` knows better. */
export function useRoute<Route>(
  read: (fragment: string) => Route,
  stays: (shown: Route, next: Route) => boolean = () => false,
): Route {
  const [route, setRoute] = useState(() => read(location.hash))
  useEffect(() => {
    let shown = read(location.hash)
    const follow = () => {
      const next = read(location.hash)
      const atTop = !stays(shown, next)
      shown = next
      setRoute(() => next)
      if (atTop) window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [read, stays])
  return route
}
