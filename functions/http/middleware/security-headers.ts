import { createMiddleware } from 'hono/factory'
import type { AppEnv, BaseDeps } from '../app-env.ts'

/** One stylesheet of ours, one script that remembers large letters, our own forms, nothing else (R19). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  // Not no-referrer: that turns the Origin of our own form posts into "null" (Fetch standard, "append a request Origin header").
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Headers of every answer of both apps (SECURITY, HTTP). */
export function securityHeaders({ settings }: Pick<BaseDeps, 'settings'>) {
  const isHttps = settings.origin.startsWith('https:')
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    if (isHttps) c.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
  })
}
