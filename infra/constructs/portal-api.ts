import { RemovalPolicy } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Validations } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { dynamicPaths, gatewayPath } from './dynamic-paths.ts'
import type { KaimenFunction } from './kaimen-function.ts'

/** One HTTP API before both functions; any other path reaches neither. Its access log has no address and no body: when, which route, how it went. */
export class PortalApi extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, apps: { publicApp: KaimenFunction; officeApp: KaimenFunction }) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            route: '$context.routeKey',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
            integrationError: '$context.integrationErrorMessage',
          }),
        ),
      },
    })
    this.#route(dynamicPaths.publicApp, new HttpLambdaIntegration('Public', apps.publicApp.lambda))
    this.#route(dynamicPaths.officeApp, new HttpLambdaIntegration('Office', apps.officeApp.lambda))
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Residents need no account; the office app checks session, role and origin on every route, default deny.',
    })
  }

  #route(paths: readonly string[], integration: HttpLambdaIntegration): void {
    for (const path of paths)
      this.api.addRoutes({ path: gatewayPath(path), methods: [HttpMethod.ANY], integration })
  }
}
