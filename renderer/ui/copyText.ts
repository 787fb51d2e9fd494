/**
 * Puts a text on the clipboard at somebody's word, through the browser's own copy event, so that nothing has to be
 * permitted. Call it from a click or a key press.
 * @returns whether it was put there
 */
export function copyText(text: string): boolean {
  let done = false
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    done = event.clipboardData !== null
  }
  // Chromium copies at a page's word only where something would be copied
  const allow = (event: Event) => event.preventDefault()
  window.addEventListener('beforecopy', allow, true)
  window.addEventListener('copy', onCopy, true)
  document.execCommand('copy')
  window.removeEventListener('copy', onCopy, true)
  window.removeEventListener('beforecopy', allow, true)
  return done
}
