import { Template } from 'aws-cdk-lib/assertions'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePortalApp } from '../../infra/portal-app.ts'
import { readStage, type StageSettings } from '../../infra/stages.ts'

const exampleFile = fileURLToPath(new URL('../../infra/stages.example.json', import.meta.url))

/** The stacks of the example city as CloudFormation would get them, without bundling any function. */
export function synthesised(changes: Partial<StageSettings> = {}) {
  const { app, data, api, site } = makePortalApp(
    { ...readStage(exampleFile), ...changes },
    {
      outdir: mkdtempSync(join(tmpdir(), 'kaimen-cdk-')),
      context: { 'aws:cdk:bundling-stacks': [] },
    },
  )
  // Throws when cdk-nag finds something that nobody gave a reason for.
  app.synth()
  return { data: Template.fromStack(data), api: Template.fromStack(api), site: Template.fromStack(site) }
}

export const inChina: Partial<StageSettings> = {
  region: 'cn-north-1',
  certificate: 'ASCAEXAMPLECERTIFICATE',
  mailFrom: undefined,
}

interface Statement {
  Action: string | string[]
  Resource: unknown
  Condition?: Record<string, Record<string, unknown>>
}

/** One permission of a role: what, on what (as text, so that imports and joins can be searched), under which condition. */
export interface Permission {
  action: string
  resource: string
  condition: string
}

/** Every permission of the role whose logical id begins so; a role has no other policy than this. */
export function permissionsOf(api: Template, role: string): Permission[] {
  const policies = Object.entries(api.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(role))
  return policies.flatMap(([, { Properties }]) =>
    (Properties.PolicyDocument.Statement as Statement[]).flatMap(({ Action, Resource, Condition }) =>
      [Action].flat().flatMap((action) =>
        [Resource].flat().map((resource) => ({
          action,
          resource: JSON.stringify(resource),
          condition: JSON.stringify(Condition ?? null),
        })),
      ),
    ),
  )
}
