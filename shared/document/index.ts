/** The engine: documents, patches, commands, order and undo. */
export * from './command'
export * from './copy'
export * from './Doc'
export * from './edit'
export * from './equal'
export * from './history'
export * from './order'
export * from './patch'
