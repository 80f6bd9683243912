/** The key that presses a form's first button from wherever one types: Ctrl+Enter, or Command+Enter. */
export function isSaveKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}
