/** Two documents, or two versions of one, compared. */
export * from './board'
export * from './documentDifference'
export { placeFields } from './place'
