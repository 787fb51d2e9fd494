/** The page's own colours for the canvas, so that tokens.css stays the one place that says how things look. */
import { useEffect, useState, type RefObject } from 'react'
import { colourTokens, type Theme } from '../../shared/layout/theme'

/** What the tokens look like inside an element right now. */
export function readTheme(element: Element): Theme {
  const probe = document.createElement('i')
  element.append(probe)
  try {
    const style = getComputedStyle(probe)
    return Object.fromEntries(
      colourTokens.map(token => {
        probe.style.color = `var(--${token})`
        return [token, style.color]
      }),
    ) as Theme
  } finally {
    probe.remove()
  }
}

/** The theme of an element, read again whenever the page turns light, dark or high in contrast. */
export function useTheme(element: RefObject<Element | null>): Theme | undefined {
  const [theme, setTheme] = useState<Theme>()
  useEffect(() => {
    const read = () => {
      if (element.current) setTheme(readTheme(element.current))
    }
    read()
    const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map(query =>
      matchMedia(query),
    )
    for (const query of queries) query.addEventListener('change', read)
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['class', 'style', 'data-theme'],
    })
    return () => {
      for (const query of queries) query.removeEventListener('change', read)
      observer.disconnect()
    }
  }, [element])
  return theme
}
