/** Whose touchpoints they are (R67), and how much of the service waits to be asked (R48). */
import type { Persona, Touchpoint } from '../model'
import { concerns } from './ratings'
import { percent } from './rounding'

/** How many touchpoints each persona meets. */
export const touchpointsByPersona = (personas: readonly Persona[], touchpoints: readonly Touchpoint[]) =>
  personas.map(persona => ({
    persona,
    touchpoints: touchpoints.filter(touchpoint => concerns(touchpoint, persona.id)).length,
  }))

/** Touchpoints where the organisation only answers, in percent. */
export const reactiveShare = (touchpoints: readonly Touchpoint[]): number | null =>
  percent(touchpoints.filter(({ mode }) => mode === 'reactive').length, touchpoints.length)
