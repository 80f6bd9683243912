import { handle } from 'hono/aws-lambda'
import { readEnvironment } from '#contract/environment.ts'
import { createOfficeApp } from '../http/office-app.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const signIn = readEnvironment(process.env, ['oidcIssuer', 'oidcClientId', 'oidcClientSecret'])
const oidc = {
  issuer: signIn.oidcIssuer,
  clientId: signIn.oidcClientId,
  clientSecret: signIn.oidcClientSecret,
}

/** The Lambda behind the desk and the contact points. */
export const handler = handle(
  createOfficeApp({ ...(await makeLambdaDeps(process.env, openWithClients)), oidc }),
)
