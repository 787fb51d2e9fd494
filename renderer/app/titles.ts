import type { DocumentView } from '../../shared/document'

/** What a document is called: its own title, else its first journey's or canvas's. */
export const titleOf = (document: DocumentView): string =>
  document.all('project')[0]?.title ||
  document.all('journey')[0]?.title ||
  document.all('canvas')[0]?.title ||
  ''
