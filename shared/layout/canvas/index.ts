/** Layout and painting of business model canvases: records → boxes and lines → display list. */
export { canvasThumbnail } from './canvasThumbnail'
export { credits, layoutCanvas } from './layoutCanvas'
export { legendOf, noteMarks, type NoteMarks } from './marks'
export { canvasMeasures } from './measures'
export { codeWidth } from './noteContent'
export { paintCanvas } from './paintCanvas'
export * from './types'
export { wirePath, wiresOf } from './wires'
