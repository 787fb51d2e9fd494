/** Two documents, or two versions of one, compared. */
export * from './board'
export * from './documentDifference'
export { familyOf, placeFields } from './place'
export * from './shownEntries'
export * from './groupedEntries'
export * from './journeyVersions'
