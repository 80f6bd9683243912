/** What the two apps answer, as CloudFront spells it; every other path is a file. */
export const dynamicPaths = {
  publicApp: ['/api/*', '/say/*', '/receipt/held'],
  officeApp: ['/office/*'],
} as const

/** The same path as the gateway spells it. */
export function gatewayPath(path: string): string {
  return path.replace('*', '{proxy+}')
}
