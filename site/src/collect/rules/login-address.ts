import { pagePaths } from '#contract/page-paths.ts'
import { printRoute, type CollectRoute } from './collect-route.ts'

/** The way to sign in and back. A printed form's task is still asked for afterwards; a record's id goes to no server. */
export function loginAddress(route: CollectRoute): string {
  const back = route.screen === 'form' ? `/collect/${printRoute(route)}` : '/collect/'
  return `${pagePaths.login}?return=${encodeURIComponent(back)}`
}
