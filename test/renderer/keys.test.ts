import { expect, test } from 'vitest'
import { pressed } from '../../renderer/ui/keys'

/** A key press as a keyboard brings it: what the key writes, and which key it is. */
const key = (writes: string, code: string, held: ('ctrl' | 'shift' | 'alt')[] = []) =>
  ({
    key: writes,
    code,
    ctrlKey: held.includes('ctrl'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
    metaKey: false,
  }) as KeyboardEvent

test('digits are keys: on a Slovak keyboard too, where they write letters with accents', () => {
  expect(pressed(key('4', 'Digit4'), '4')).toBe(true)
  expect(pressed(key('č', 'Digit4'), '4')).toBe(true)
  expect(pressed(key('4', 'Digit4', ['shift']), '4')).toBe(true)
  expect(pressed(key('4', 'Numpad4'), '4')).toBe(true)
  expect(pressed(key('ľ', 'Digit2', ['ctrl']), 'Mod+2')).toBe(true)
  // Ctrl with the key of 1 is view 1, although it writes the sign that zooms in
  expect(pressed(key('+', 'Digit1', ['ctrl']), 'Mod++')).toBe(false)
  expect(pressed(key('+', 'NumpadAdd', ['ctrl']), 'Mod++')).toBe(true)
  // on an English keyboard Shift makes another sign of it
  expect(pressed(key('$', 'Digit4', ['shift']), '4')).toBe(false)
})

test('letters go by what they write, chords by all that is held', () => {
  expect(pressed(key('z', 'KeyY', ['ctrl']), 'Mod+Z')).toBe(true)
  expect(pressed(key('Z', 'KeyZ', ['ctrl', 'shift']), 'Shift+Mod+Z')).toBe(true)
  expect(pressed(key('Z', 'KeyZ', ['ctrl', 'shift']), 'Mod+Z')).toBe(false)
  expect(pressed(key('?', 'Comma', ['shift']), '?')).toBe(true)
  expect(pressed(key('ArrowUp', 'ArrowUp', ['alt']), 'Alt+ArrowUp')).toBe(true)
  expect(pressed(key('ArrowUp', 'ArrowUp'), 'Alt+ArrowUp')).toBe(false)
})
