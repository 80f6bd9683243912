import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** For whom legislative staff bring tables in: a contact point's id, or `legislature`; a contact point's people say nothing. */
export const ShelfContext = createContext<string | undefined>(undefined)

export function useShelf(): string | undefined {
  return useContext(ShelfContext)
}
