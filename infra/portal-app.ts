import { App, Tags, Validations, type AppProps } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { StageSettings } from './stages.ts'
import { ApiStack } from './stacks/api-stack.ts'
import { DataStack } from './stacks/data-stack.ts'
import { SiteStack } from './stacks/site-stack.ts'

/** Ways of the CDK that new applications start with; here, so that tests, `synth` and the CLI make the same templates. */
const context = {
  '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
  '@aws-cdk/core:checkSecretUsage': true,
  // what one stack uses of another cannot be taken away under it
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
}

/** One deployment: data that outlives everything, functions that can be thrown away, the site before both. */
export function makePortalApp(stage: StageSettings, props: AppProps = {}) {
  const app = new App({ ...props, context: { ...context, ...props.context } })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  Tags.of(app).add('kaimen', stage.name)
  const env = { account: stage.account, region: stage.region }
  const data = new DataStack(app, `${stage.name}-data`, { env, terminationProtection: true })
  const api = new ApiStack(app, `${stage.name}-api`, { env, stage, data })
  const site = new SiteStack(app, `${stage.name}-site`, { env, stage, data, api })
  return { app, data, api, site }
}
