/** Key chords as people see them and as events bring them. `Mod` is Ctrl, or ⌘ on a Mac. */

const mac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

/** 'Shift+Mod+Z' as written on this machine's keyboard: 'Ctrl Shift Z' or '⇧⌘Z'. */
export function shownKeys(chord: string): string {
  const parts = chord.split('+')
  const key = parts.at(-1) || '+'
  const name =
    { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Delete: 'Del', Enter: '↵' }[key] ?? key
  if (mac) {
    const signs = { Mod: '⌘', Shift: '⇧', Alt: '⌥' } as const
    return (
      (['Alt', 'Shift', 'Mod'] as const).flatMap(mod => (parts.includes(mod) ? signs[mod] : [])).join('') +
      name
    )
  }
  const names = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' } as const
  return [
    ...(['Mod', 'Alt', 'Shift'] as const).flatMap(mod => (parts.includes(mod) ? names[mod] : [])),
    name,
  ].join(' ')
}

/** Whether a key press is the chord. */
export function pressed(event: KeyboardEvent | React.KeyboardEvent, chord: string): boolean {
  const parts = chord.split('+')
  const key = parts.at(-1) || '+'
  const mod = mac ? event.metaKey : event.ctrlKey
  const wanted = key.length === 1 ? key.toLowerCase() : key
  // a digit's key counts whatever it writes: on Czech and Slovak keyboards that is a letter with an accent
  const digit = event.shiftKey ? undefined : /^Digit(\d)$/.exec(event.code)?.[1]
  const given = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key)
  return (
    given === wanted &&
    mod === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    // '?' and '+' need Shift on some keyboards: for signs Shift is part of the sign
    (event.shiftKey === parts.includes('Shift') ||
      (key.length === 1 && key.toLowerCase() === key.toUpperCase()))
  )
}
