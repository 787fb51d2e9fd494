/** Which of several open copies of a document can be merged into which. */
import { expect, test } from 'vitest'
import { copiesWith } from '../../renderer/app/copies'

const copy = (handle: string, more: { isPart?: boolean; readOnly?: string; documentId?: string } = {}) => ({
  handle,
  documentId: 'd',
  isPart: false,
  readOnly: null,
  ...more,
})
const opened = copy('opened')

test('a copy goes into the first open one that can be changed', () => {
  expect(copiesWith(opened, [copy('a'), copy('b'), opened])).toEqual({ into: 'a', from: 'opened' })
  const locked = copy('a', { readOnly: 'file.readOnly' })
  expect(copiesWith(opened, [locked, copy('b'), opened])).toEqual({ into: 'b', from: 'opened' })
})

test('other documents, and a document alone, ask nothing', () => {
  expect(copiesWith(opened, [opened])).toBeUndefined()
  expect(copiesWith(opened, [copy('a', { documentId: 'other' }), opened])).toBeUndefined()
})

test('a part goes into the whole, whichever was opened first, and never the whole into a part', () => {
  const part = copy('part', { isPart: true })
  const whole = copy('whole')
  expect(copiesWith(part, [whole, part])).toEqual({ into: 'whole', from: 'part' })
  expect(copiesWith(whole, [part, whole])).toEqual({ into: 'whole', from: 'part' })
  expect(copiesWith(copy('other part', { isPart: true }), [part])).toBeUndefined()
})

test('a copy that cannot be changed goes into one that can; one of a newer version goes nowhere', () => {
  const locked = copy('locked', { readOnly: 'file.readOnly' })
  expect(copiesWith(locked, [copy('a'), locked])).toEqual({ into: 'a', from: 'locked' })
  expect(copiesWith(opened, [locked, opened])).toEqual({ into: 'opened', from: 'locked' })
  expect(copiesWith(locked, [copy('a', { readOnly: 'file.linked' }), locked])).toBeUndefined()
  const newer = copy('newer', { readOnly: 'file.newer' })
  expect(copiesWith(newer, [opened, newer])).toBeUndefined()
  expect(copiesWith(opened, [newer, opened])).toBeUndefined()
})
