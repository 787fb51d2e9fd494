/** Layout and painting of boards: records → boxes → display list → SVG or canvas. */
export * from './boxes'
export * from './fonts'
export { channelIcon, channelIcons, emotionIcon, iconPaths, pyramidSlices, type IconName } from './icons'
export { layoutJourney } from './journeyLayout'
export type { BoardLabels, LayoutOptions } from './labels'
export { measures } from './measures'
export { fit, measure, wrap } from './textMeasure'
export * from './theme'
export * from './scene'
export { paintBox } from './paintBox'
export {
  curvePieces,
  paintArrows,
  paintJourney,
  paintLaneNames,
  paintLines,
  paintScale,
  type CurvePiece,
} from './paintJourney'
export { escaped, paintSvg, type SvgOptions } from './svgPainter'
export { largeThumbnail, smallThumbnail, thumbnailScene, type ThumbnailSize } from './thumbnail'
