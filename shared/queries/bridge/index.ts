/** Journeys, segments and canvases seen as one. */
export * from './bindings'
export * from './ends'
export * from './fit'
export * from './journeys'
export * from './loss'
export * from './matrix'
export * from './overlay'
export * from './reach'
