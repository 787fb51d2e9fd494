/** Layout and painting of boards: records → boxes → display list → SVG or canvas. */
export * from './boxes'
export * from './fonts'
export { channelIcon, channelIcons, emotionIcon, iconPaths, pyramidSlices, type IconName } from './icons'
export { layoutJourney } from './journeyLayout'
export type { BoardLabels, LayoutOptions } from './labels'
export { measures } from './measures'
export { fit, measure, wrap } from './textMeasure'
export * from './theme'
