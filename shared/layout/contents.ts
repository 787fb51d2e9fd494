/** What single boxes show: texts broken into lines, chosen icons and colours, and the height all that needs. */
import type { DocumentView } from '../document'
import type { Card, Experience, PainPoint, Stage, Step, Touchpoint } from '../model'
import type {
  CardContent,
  EmptyContent,
  Mood,
  PainContent,
  StageContent,
  StepContent,
  TextContent,
  TouchpointContent,
} from './boxes'
import { fonts } from './fonts'
import { channelIcon } from './icons'
import type { BoardLabels } from './labels'
import { measures as m } from './measures'
import { fit, measure, wrap } from './textMeasure'
import { emotionColour, meanColour } from './theme'

export interface Sized<C> {
  readonly content: C
  /** px */
  readonly height: number
}

/** One persona's view of one touchpoint, or everybody's. */
export interface Feeling {
  readonly emotion: number | null
  readonly expectation: number | null
  readonly experience: number | null
}

/**
 * What a touchpoint is to a persona: the persona's own record, else the one for all.
 * @param personaId null asks for everybody: the record for all, else the mean of the personas'
 */
export function feelingOf(experiences: readonly Experience[], personaId: string | null): Feeling | undefined {
  if (personaId) {
    const own = experiences.find(each => each.personaId === personaId)
    if (own) return own
  }
  const common = experiences.find(each => each.personaId === null)
  if (common || personaId || experiences.length <= 1)
    return common ?? (personaId ? undefined : experiences[0])
  return {
    emotion: mean(experiences.map(each => each.emotion)),
    expectation: mean(experiences.map(each => each.expectation)),
    experience: mean(experiences.map(each => each.experience)),
  }
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}

/** What was expected and what came of it, where both are known. */
export function comparison(
  feeling: Feeling | undefined,
): { expected: number; experienced: number } | undefined {
  const expected = feeling?.expectation ?? null
  const experienced = feeling?.experience ?? null
  return expected === null || experienced === null ? undefined : { expected, experienced }
}

/** Half away from zero: a mean of -1.5 is very negative. */
const rounded = (value: number) => Math.sign(value) * Math.round(Math.abs(value))

/** With less room than this a channel is shown by its icon alone, px. */
const leastChannel = 24
/** From here on a card says what was expected and what came: smaller gaps show in the ribbon alone. */
const hurtingGap = 2

/** x of a card's title on a card with a moment of truth: diamond and gap come before it. */
export const truthIndent = 16
/** Sizes in the line under a card's title, px. */
export const meta = {
  icon: 12,
  iconGap: 4,
  face: 13,
  faceGap: 3,
  glyph: 16,
  hourglass: 11,
  waitGap: 2,
  comment: 12,
  commentGap: 3,
  gap: 7,
} as const

/** How much room the sign for comments or conflicts takes in the line under a card's title, px. */
const signWidth = (count: number) =>
  count > 0 ? meta.comment + meta.commentGap + measure(String(count), 'cardMeta') + meta.gap : 0

export function touchpointContent(
  document: DocumentView,
  labels: BoardLabels,
  touchpoint: Touchpoint,
  feeling: Feeling | undefined,
  pyramid: readonly { readonly id: string }[],
  signs: { readonly comments: number; readonly conflicts: number } = { comments: 0, conflicts: 0 },
): Sized<TouchpointContent> {
  const inner = m.cardWidth - 2 * m.cardPadding
  const indent = touchpoint.momentOfTruth ? truthIndent : 0
  const lines = wrap(touchpoint.title || labels.untitled, inner - indent, 'cardTitle', 3)
  const channel = document.find('channel', touchpoint.channelId)
  const wait = touchpoint.waitMinutes === null ? null : labels.wait(touchpoint.waitMinutes)
  const at = pyramid.findIndex(level => level.id === touchpoint.level)
  const level = at < 0 ? null : { at, of: pyramid.length }
  const emotion = feeling?.emotion ?? null
  const mood: Mood | null =
    emotion === null
      ? null
      : {
          value: rounded(emotion),
          text: labels.emotion(rounded(emotion)),
          colour: emotionColour(rounded(emotion)),
        }
  const met = comparison(feeling)
  const gap =
    met && met.expected - met.experienced >= hurtingGap
      ? fit(labels.gap(met.expected, met.experienced), inner, 'cardGap')
      : null
  const right =
    [signs.comments, signs.conflicts].reduce((sum, count) => sum + signWidth(count), 0) +
    (wait ? meta.hourglass + meta.waitGap + measure(wait, 'cardMeta') + meta.gap : 0) +
    (level ? meta.glyph + meta.gap : 0) +
    (mood ? meta.face + meta.faceGap + measure(mood.text, 'cardEmotion') + meta.gap : 0)
  const room = inner - meta.icon - meta.iconGap - right
  return {
    content: {
      kind: 'touchpoint',
      lines,
      faint: !touchpoint.title,
      momentOfTruth: touchpoint.momentOfTruth,
      channel: channel
        ? {
            icon: channelIcon(channel),
            title: room < leastChannel ? '' : fit(channel.title || labels.untitled, room, 'cardMeta'),
          }
        : null,
      wait,
      ...signs,
      level,
      mood,
      gap,
    },
    height:
      7 +
      lines.length * fonts.cardTitle.line +
      5 +
      fonts.cardMeta.line +
      (gap ? 4 + fonts.cardGap.line : 0) +
      6,
  }
}

/** Space between a pain's score and its title, px. */
export const painScoreGap = 6

export function painContent(pain: PainPoint, labels: BoardLabels): Sized<PainContent> {
  const score = `${pain.severity}×${pain.frequency}`
  const indent = measure(score, 'painScore') + painScoreGap
  const lines = wrap(pain.title || labels.untitled, m.cardWidth - 2 * m.cardPadding, 'pain', 3, indent)
  return { content: { kind: 'pain', score, lines }, height: 12 + lines.length * fonts.pain.line }
}

/** A field's text; lanes grow with it up to ten lines. */
export function textContent(field: string, text: string): Sized<TextContent> | undefined {
  const lines = wrap(text, m.cardWidth, 'cellText', 10)
  if (lines.length === 0) return undefined
  return { content: { kind: 'text', field, lines }, height: lines.length * fonts.cellText.line }
}

/** Room for the sign of a conflict on a card or in a header, px. */
export const cardSign = 20
const signRoom = (conflicts: number) => (conflicts > 0 ? cardSign : 0)

/** @param width px, the card's own */
export function cardContent(card: Card, width: number, conflicts = 0): Sized<CardContent> {
  // the sign for conflicts stands in the upper right corner
  const lines = wrap(card.text, width - 2 * m.cardPadding - signRoom(conflicts), 'cellText', 12)
  const picture = card.pictureId ? m.pictureHeight : 0
  const text = lines.length || !picture ? Math.max(1, lines.length) * fonts.cellText.line + 14 : 0
  return { content: { kind: 'card', conflicts, lines, pictureId: card.pictureId }, height: picture + text }
}

/** @param outer px, the width of the step's box */
/** @param outer px, of the header */
export function stepContent(
  step: Step,
  labels: BoardLabels,
  conflicts: number,
  outer: number = m.columnWidth,
): StepContent {
  const width = outer - 2 * m.headerPadding
  return {
    kind: 'step',
    title: fit(step.title || labels.untitled, width - signRoom(conflicts), 'stepTitle'),
    faint: !step.title,
    conflicts,
    lines: wrap(step.customerAction, width, 'stepText', 2),
  }
}

/**
 * @param width px, of the stage's box
 * @param emotions the mean of the stage's emotions, or null where none is known
 */
export function stageContent(
  stage: Stage,
  width: number,
  emotions: number | null,
  labels: BoardLabels,
  conflicts: number,
): StageContent {
  const inner = width - 2 * m.headerPadding - 1
  const shown = emotions === null ? null : Math.sign(emotions) * (Math.round(Math.abs(emotions) * 10) / 10)
  const mood: Mood | null =
    shown === null ? null : { value: shown, text: labels.mean(shown), colour: meanColour(shown) }
  const room = inner - (mood ? measure(mood.text, 'stageMean') + 8 : 0) - signRoom(conflicts)
  return {
    kind: 'stage',
    title: fit(stage.title || labels.untitled, room, 'stageTitle'),
    faint: !stage.title,
    goal: fit(stage.customerGoal, inner, 'stageGoal'),
    mean: mood,
    conflicts,
  }
}

export function emptyContent(
  makes: EmptyContent['makes'],
  labels: BoardLabels,
  shown: boolean,
): EmptyContent {
  const line = { stage: labels.addStage, step: labels.addStep, touchpoint: labels.addTouchpoint }[makes]
  return { kind: 'empty', makes, line: shown ? fit(line, m.cardWidth - 40, 'cardTitle') : '' }
}
