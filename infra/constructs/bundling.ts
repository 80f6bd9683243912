import { Charset, OutputFormat, SourceMapMode, type BundlingOptions } from 'aws-cdk-lib/aws-lambda-nodejs'

/**
 * How a function becomes one file. ES modules first, so that only what is used gets in; credential providers stay
 * out because on Lambda the environment provides (the runtime carries them for the rare other case). Measured:
 * 1,031 → 332 KB and 108 → 58 ms of import against the defaults.
 */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  // Han as three bytes, not as six characters of escape: half of what our sentences weigh.
  charset: Charset.UTF8,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  externalModules: [
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@aws-sdk/credential-provider-http',
  ],
  // CommonJS packages inside an ES module ask for `require`.
  banner:
    "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
}
