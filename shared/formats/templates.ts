/** The templates the app brings along. */
import { readStarter, type ParsedStarter } from './cxStarter'
import starter from './templates/starter.json'

let read: ParsedStarter | undefined

/** The bundled file, parsed at the first call. */
export const bundledTemplates = (): ParsedStarter => (read ??= readStarter(starter))
