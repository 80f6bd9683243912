import * as oidc from 'openid-client'
import type { OidcSettings } from './office-deps.ts'

/** A sign-in on its way: where to send the browser, and what to check when it comes back. */
export interface Departure {
  url: URL
  state: string
  nonce: string
  verifier: string
}

export interface IdentityClient {
  depart(loginHint: string | undefined): Promise<Departure>
  /** The subject the issuer vouches for. Throws when anything about the answer is not as sent. */
  arrive(url: URL, sent: Pick<Departure, 'state' | 'nonce' | 'verifier'>): Promise<string>
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * An OpenID Connect relying party: authorization code with PKCE, state and nonce (OpenID Connect Core §3.1,
 * RFC 9700). The issuer is discovered at the first sign-in and again after a failure. Plain http is
 * possible towards this very machine only.
 */
export function createIdentityClient(settings: OidcSettings, origin: string): IdentityClient {
  const redirectUri = `${origin}/office/callback`
  let discovered: Promise<oidc.Configuration> | undefined

  function configuration(): Promise<oidc.Configuration> {
    const issuer = new URL(settings.issuer)
    const isLocal = issuer.protocol === 'http:' && loopback.includes(issuer.hostname)
    const execute = isLocal ? [oidc.allowInsecureRequests] : []
    discovered ??= oidc
      .discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      })
    return discovered
  }

  return {
    async depart(loginHint) {
      const config = await configuration()
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(loginHint !== undefined && { login_hint: loginHint }),
      })
      return { url, state, nonce, verifier }
    },
    async arrive(url, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const subject = tokens.claims()?.sub
      if (subject === undefined) throw new Error('the identity provider named no subject')
      return subject
    },
  }
}
