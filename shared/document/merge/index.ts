/** Joining copies of a document. */
export * from './merge'
export * from './preview'
export { joinedRecord, type Kept } from './registers'
export * from './wish'
