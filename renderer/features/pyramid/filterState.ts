/** Which part of each journey the pyramid shows, kept while the app runs. */
import { create } from 'zustand'
import { noFilters, type Filters } from './pyramidRows'

const useStored = create<Readonly<Record<string, Filters>>>(() => ({}))

const keyOf = (handle: string, journeyId: string) => `${handle} ${journeyId}`

export const useFilters = (handle: string, journeyId: string): Filters =>
  useStored(stored => stored[keyOf(handle, journeyId)]) ?? noFilters

export function setFilters(handle: string, journeyId: string, change: Partial<Filters>): void {
  const key = keyOf(handle, journeyId)
  useStored.setState(stored => ({ [key]: { ...(stored[key] ?? noFilters), ...change } }))
}
