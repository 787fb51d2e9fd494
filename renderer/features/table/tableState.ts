/** What the table of each open document shows and in which order; kept while the app runs. */
import { create } from 'zustand'
import { everything, type InventoryFilter, type InventorySort } from '../../../shared/queries'

export interface TableState {
  /** The journey on screen, or all journeys. */
  readonly scope: 'journey' | 'document'
  readonly filter: InventoryFilter
  /** null is the order in which the journey is walked. */
  readonly sort: InventorySort | null
}

const initial: TableState = { scope: 'journey', filter: everything, sort: null }

const useStates = create<Readonly<Record<string, TableState>>>(() => ({}))

/** @param handle the open document's */
export const useTable = (handle: string): TableState => useStates(states => states[handle]) ?? initial

export function changeTable(handle: string, change: Partial<TableState>): void {
  useStates.setState(states => ({ [handle]: { ...initial, ...states[handle], ...change } }))
}
