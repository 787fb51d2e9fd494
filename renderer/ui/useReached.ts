import { useState, type FocusEvent } from 'react'

/**
 * Tells when the focus came to an element from elsewhere, as by Tab: what takes the focus by itself when it opens needs
 * no frame then. What is returned belongs on the element.
 */
export function useReached() {
  const [reached, setReached] = useState(false)
  return {
    'data-reached': reached,
    onFocus: ({ target, currentTarget, relatedTarget }: FocusEvent) =>
      setReached(
        target === currentTarget && relatedTarget !== null && !currentTarget.contains(relatedTarget),
      ),
  }
}
