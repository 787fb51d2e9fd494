/** Texts for components. */
import { useTranslation } from 'react-i18next'

/** `const t = useText()`, then `t(($) => $.board.addStage)`. */
export const useText = () => useTranslation().t

/** The language of the page, for numbers and dates. */
export const useLanguage = () => useTranslation().i18n.language
