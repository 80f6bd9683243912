import type { Adapter, AdapterPayload } from 'oidc-provider'

const kept = new Map<string, { payload: AdapterPayload; expiresAt: number }>()
const idByUid = new Map<string, string>()

/**
 * What the local identity provider remembers, in memory: sign-ins in progress and their tokens.
 * Losing it on a restart costs nothing, because the portal's own sessions live in the desk table.
 */
export class IdentityMemory implements Adapter {
  readonly #kind: string

  constructor(kind: string) {
    this.#kind = kind
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`
  }

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds = 3600): Promise<void> {
    forgetExpired()
    kept.set(this.#key(id), { payload, expiresAt: Date.now() + expiresInSeconds * 1000 })
    if (payload.uid !== undefined) idByUid.set(this.#key(payload.uid), id)
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const held = kept.get(this.#key(id))
    return held !== undefined && held.expiresAt > Date.now() ? held.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = idByUid.get(this.#key(uid))
    return id === undefined ? undefined : this.find(id)
  }

  /** The device flow is not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const held = kept.get(this.#key(id))
    if (held !== undefined) held.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.#key(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, held] of kept) if (held.payload.grantId === grantId) kept.delete(key)
  }
}

function forgetExpired(): void {
  if (kept.size < 2000) return
  const now = Date.now()
  for (const [key, held] of kept) if (held.expiresAt <= now) kept.delete(key)
}
