import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider, interactionPolicy, type Configuration } from 'oidc-provider'
import type { Account } from './accounts.ts'
import { accountsPage } from './accounts-page.ts'
import { IdentityMemory } from './identity-memory.ts'
import type { KeyFile } from './portal-keys.ts'
import { readFormBody } from './read-form-body.ts'

/** Everything under this path belongs to the identity provider. */
export const identityPath = '/idp'
export const identityClientId = 'kaimen-office'

/**
 * A real OpenID Connect issuer inside the local portal: same origin, same port, one account per role,
 * no passwords. It exists only here; a deployment points at its own issuer.
 */
export function makeIdentityProvider(
  origin: string,
  keys: KeyFile,
  accounts: readonly Account[],
): (request: IncomingMessage, response: ServerResponse) => void {
  const provider = new Provider(origin + identityPath, configuration(origin, keys, accounts))
  const answer = provider.callback()
  return (request, response) => {
    if (request.url?.startsWith(`${identityPath}/interaction/`)) {
      signIn(provider, accounts, request, response).catch((error: unknown) => refuse(response, error))
      return
    }
    // The provider finds the path it is mounted under by comparing `originalUrl` with `url`.
    Object.assign(request, { originalUrl: request.url })
    request.url = request.url?.slice(identityPath.length) || '/'
    forgetSession(request)
    void answer(request, response)
  }
}

/**
 * The provider remembers nobody between sign-ins: with a session of another account it would first ask a
 * browser to run its sign-out page, and one browser here is all kinds of people in turn.
 */
function forgetSession(request: IncomingMessage): void {
  const cookies = request.headers.cookie?.split(/; */).filter((cookie) => !cookie.startsWith('_session'))
  if (cookies !== undefined) request.headers.cookie = cookies.join('; ')
}

/** Shows who can be chosen, or finishes at once for a known `login_hint` or a chosen account. */
async function signIn(
  provider: Provider,
  accounts: readonly Account[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const chosen = request.method === 'POST' ? (await readFormBody(request)).get('login') : params.login_hint
  const account = accounts.find(({ login }) => login === chosen)
  if (account !== undefined) {
    await provider.interactionFinished(request, response, { login: { accountId: account.login } })
    return
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; frame-ancestors 'none'",
  })
  response.end(accountsPage(accounts))
}

function refuse(response: ServerResponse, error: unknown): void {
  const expired = error instanceof Error && error.name === 'SessionNotFound'
  if (!response.headersSent) response.writeHead(expired ? 303 : 500, { location: '/office/login' })
  response.end()
}

function configuration(origin: string, keys: KeyFile, accounts: readonly Account[]): Configuration {
  return {
    adapter: IdentityMemory,
    clients: [
      {
        client_id: identityClientId,
        client_secret: keys.clientSecret,
        redirect_uris: [`${origin}/office/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [keys.identityKey] },
    cookies: { keys: [keys.cookieSecret], short: { path: identityPath }, long: { path: identityPath } },
    features: { devInteractions: { enabled: false } },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    ttl: { Session: 3600, Interaction: 3600, AccessToken: 600, IdToken: 600, Grant: 3600 },
    interactions: {
      policy: askEveryTime(),
      url: (_context, interaction) => `${identityPath}/interaction/${interaction.uid}`,
    },
    findAccount: (_context, subject) => {
      const account = accounts.find(({ login }) => login === subject)
      return account && { accountId: subject, claims: () => ({ sub: subject, name: account.name }) }
    },
    loadExistingGrant: grantWhatIsAsked,
  }
}

/** Every sign-in is a choice, so that one browser can be all kinds of people in turn; consent is not asked. */
function askEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('choose_account', 'an account must be chosen', (context) =>
        context.oidc.result?.login === undefined
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    )
  return policy
}

const grantWhatIsAsked: NonNullable<Configuration['loadExistingGrant']> = async (context) => {
  const { client, session, provider } = context.oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}
