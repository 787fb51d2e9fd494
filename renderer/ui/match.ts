/** Finding by typing: without accents, in any order of words, by beginnings of words as well. */

/** A text as it is compared: small letters without diacritics. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
}

/**
 * How well a text answers a query.
 * @param folded the text, folded
 * @param query the query, folded; each of its words must be found
 * @returns lower is better: 0 where the text begins with the word, 1 at the beginning of a word, 2 inside one, 3 where
 *   the letters are beginnings of words one after another ('nj' in 'new journey'); shorter texts come first among
 *   equals. Null when a word is not found.
 */
export function match(folded: string, query: string): number | null {
  let score = 0
  for (const word of query.split(/\s+/)) {
    if (!word) continue
    const cost = costOf(folded, word)
    if (cost === null) return null
    score += cost
  }
  return score + Math.min(folded.length, 999) / 1000
}

function costOf(folded: string, word: string): number | null {
  const at = folded.indexOf(word)
  if (at === 0) return 0
  if (at > 0) {
    for (let next = at; next > 0; next = folded.indexOf(word, next + 1)) {
      if (beginsWord(folded, next)) return 1
    }
    return 2
  }
  return word.length > 1 && initials(folded, 0, word, 0) ? 3 : null
}

const beginsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))

/** Whether the rest of the word can be read from beginnings of words, each giving one letter or more. */
function initials(text: string, from: number, word: string, done: number): boolean {
  if (done === word.length) return true
  for (
    let at = text.indexOf(word.charAt(done), from);
    at >= 0;
    at = text.indexOf(word.charAt(done), at + 1)
  ) {
    const continues = done > 0 && at === from
    if ((continues || beginsWord(text, at)) && initials(text, at + 1, word, done + 1)) return true
  }
  return false
}
