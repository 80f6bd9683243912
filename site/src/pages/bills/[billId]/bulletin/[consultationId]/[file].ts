import type { APIRoute, GetStaticPaths } from 'astro'
import type { ConsultationId } from '#core/ids.ts'
import { bulletinDocumentBytes, hasBulletinDocument } from '../../../../../published/bulletin-documents.ts'
import { askings } from '../../../../../published/portal.ts'

/** Earlier editions of a bulletin as Word files, for both languages. */
export const getStaticPaths = (() =>
  askings.flatMap(({ bill, consultation, editions }) =>
    editions
      .slice(0, -1)
      .filter(({ edition }) => hasBulletinDocument(consultation.id, edition))
      .map(({ edition }) => ({
        params: { billId: bill.id, consultationId: consultation.id, file: `${edition}.docx` },
        props: { consultationId: consultation.id, edition },
      })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ consultationId: ConsultationId; edition: number }> = ({ props }) =>
  new Response(bulletinDocumentBytes(props.consultationId, props.edition), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  })
