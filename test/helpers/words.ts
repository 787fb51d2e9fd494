/** Whether an error says something that helps, in every language. */
import { textsIn, wordsOf } from '../../shared/i18n'
import { languages, type Notice } from '../../shared/ipc/contract'

/** What a notice says in the five languages; a code without words of its own gives none. */
export async function sentencesOf(notice: Notice): Promise<string[]> {
  const sentences = new Set<string>()
  for (const language of languages) {
    const { t } = await textsIn(language)
    const unknown = wordsOf(t, { code: 'unknown', params: { code: notice.code } })
    const sentence = wordsOf(t, notice)
    if (sentence !== unknown && sentence.length > 20) sentences.add(sentence)
  }
  return [...sentences]
}
