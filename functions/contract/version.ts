/** Version of the portal as `GET /api/health` and the OpenAPI document say it; a test holds it equal to package.json. */
export const version = '0.1.0'
