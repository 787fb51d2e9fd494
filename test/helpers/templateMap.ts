import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import type { Rect } from '../../shared/layout'

/** The templates that hold a journey. */
export const journeyTemplates = bundledTemplates().templates.filter(template => template.kind === 'journey')
/** A template as a document. */
export const templateMap = (key: string) => {
  const template = journeyTemplates.find(each => each.key === key)!
  const document = new Doc(
    importStarter(template, { seed: 'seed', actor: 'tester01', channelName: name => name }),
  )
  return { document, journeyId: document.all('journey')[0]!.id }
}
export const overlaps = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
