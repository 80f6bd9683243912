/**
 * Node's flags wherever long tables are streamed. Left alone, V8 lets its nursery grow to 16 MB and more, thrice, while
 * rows pass through: 214 MB resident for a million rows instead of 115 MB, for a sixth more of CPU time.
 */
export const streamingNodeFlags = ['--max-semi-space-size=4']
