/** What a careful reviewer would say about canvases and segments (docs/SPEC-checks.md). */
export * from './engine'
export * from './finding'
export * from './fixes'
export { ruleIds } from './rules'
export { defaultSettings } from './settings'
export * from './wording'
