import type { APIRoute, GetStaticPaths } from 'astro'
import {
  dataFiles,
  madeFilesOf,
  type AnsweredAsking,
  type DataFile,
} from '../../../../../open-data/data-files.ts'
import { answeredAskings } from '../../../../../published/portal.ts'

/** The open data of every answered consultation: static files beside the page that explains them. */
export const getStaticPaths = (() =>
  answeredAskings.flatMap((answered) =>
    madeFilesOf(answered).map(({ file }) => ({
      params: { billId: answered.asking.bill.id, consultationId: answered.asking.consultation.id, file },
      props: { answered, file },
    })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ answered: AnsweredAsking; file: DataFile }> = ({ props }) => {
  const { mediaType, make } = dataFiles[props.file]
  return new Response(make(props.answered), { headers: { 'content-type': mediaType } })
}
