import type { APIRoute, GetStaticPaths } from 'astro'
import type { PublishedComparison } from '#contract/published.ts'
import { comparisonDocuments, documentBytes } from '../../../../../published/comparison-documents.ts'

/** 修改前后对照表 of any two released drafts as a Word file: a static file beside the page, for both languages. */
export const getStaticPaths = (() =>
  comparisonDocuments().map((comparison) => ({
    params: {
      billId: comparison.billId,
      fromDraftId: comparison.fromDraftId,
      file: `${comparison.toDraftId}.docx`,
    },
    props: { comparison },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<{ comparison: PublishedComparison }> = ({ props }) =>
  new Response(documentBytes(props.comparison), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  })
