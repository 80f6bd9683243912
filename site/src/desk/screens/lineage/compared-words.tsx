import type { ComparisonPiece } from '#core/lineage/comparison.ts'

/** One side of a compared article: its own words, with what the other side does not have marked. */
export function ComparedWords(props: { pieces: readonly ComparisonPiece[]; side: 'from' | 'to' }) {
  const hidden = props.side === 'from' ? 'added' : 'removed'
  return (
    <div class="law-words compared" lang="zh-CN">
      {props.pieces
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }, place) =>
          kind === 'added' ? (
            <ins key={place}>{text}</ins>
          ) : kind === 'removed' ? (
            <del key={place}>{text}</del>
          ) : (
            text
          ),
        )}
    </div>
  )
}
