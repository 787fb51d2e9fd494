/** Files that a person gives the page. */

/** Kept here while its dialog is open: an element that nothing holds can be cleared away, and the answer with it. */
let asking: HTMLInputElement | undefined

/**
 * Lets the person choose a file.
 * @param accept endings or media types with commas between, e.g. '.jboard'
 * @returns undefined when they changed their mind
 */
export function chooseFile(accept: string): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  asking = input
  return new Promise(done => {
    const answer = (file: File | undefined) => {
      if (asking === input) asking = undefined
      done(file)
    }
    input.addEventListener('change', () => answer(input.files?.[0]))
    input.addEventListener('cancel', () => answer(undefined))
    input.click()
  })
}

/** Bytes as base64. @throws what the browser says where they cannot be read, e.g. a file that has moved */
export function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader()
  return new Promise((done, fail) => {
    reader.addEventListener('load', () => {
      const url = reader.result as string
      done(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => fail(reader.error as DOMException))
    reader.readAsDataURL(blob)
  })
}
