import { look, useApp } from './store'

/** Brings the title of what is selected under the cursor, with all of it chosen; opens the inspector for that. */
export function focusTitle(): void {
  const { active, views } = useApp.getState()
  if (active && !views[active]?.inspector) look({ inspector: true })
  requestAnimationFrame(() => {
    const field = window.document.querySelector<HTMLTextAreaElement>(
      '[data-part="inspector"] [data-title] textarea',
    )
    field?.focus()
    field?.select()
  })
}
