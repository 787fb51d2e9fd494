/** The text caret stays where it was when a field is left, and the browser looks for its place in every frame. */

const isText = (element: EventTarget | null) =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/**
 * Takes the caret away when the focus leaves the fields: left in a field that goes, it costs tens of milliseconds a frame
 * on a large board. Call the result to stop.
 */
export function watchCaret(): () => void {
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (isText(relatedTarget) && !isText(target)) getSelection()?.removeAllRanges()
  }
  document.addEventListener('focusin', leave)
  return () => document.removeEventListener('focusin', leave)
}
