/** All that shows a document, fetched as one file: Home loads nothing of it, and nobody waits for forty small ones. */
export { documentThumbnail } from '../../shared/layout/documentThumbnail'
export { Frame } from './Frame'
export { Overlays } from './Overlays'
