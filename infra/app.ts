import { fileURLToPath } from 'node:url'
import { makePortalApp } from './portal-app.ts'
import { readStage } from './stages.ts'

/** The stage's file comes from `KAIMEN_STAGE`; without one the fictional city is synthesised, to look at. */
const example = fileURLToPath(new URL('stages.example.json', import.meta.url))
const stage = readStage(process.env['KAIMEN_STAGE'] ?? example)
makePortalApp(stage, { outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out' }).app.synth()
