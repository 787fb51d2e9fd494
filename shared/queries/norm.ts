/** A text as names are compared: without case, accents and needless spaces. */
export const norm = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en').replaceAll(/\s+/g, ' ').trim()
