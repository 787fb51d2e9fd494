import { shownKeys } from '../ui/keys'
import type { MenuEntry } from '../ui/Menu'
import { useText } from '../ui/text'
import { actionOf, perform, situation } from './actions'

/** Menu entries for actions, as they stand now; names of actions that are not loaded are passed over. */
export function useMenuEntries(): (ids: readonly string[]) => MenuEntry[] {
  const t = useText()
  return ids =>
    ids.flatMap(id => {
      const action = actionOf(id)
      if (!action) return []
      const keys = action.keys?.[0] ? shownKeys(action.keys[0]) : undefined
      return [
        {
          id,
          label: action.label(t),
          icon: action.icon,
          keys,
          disabled: !action.enabled(situation()),
          danger: action.danger,
          run: () => void perform(id),
        },
      ]
    })
}
