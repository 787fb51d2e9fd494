/** What every page of the bench shares: the map, the view, and how frames are counted. */
import type { JourneyLayout } from '../../../shared/layout'
import { bigMap } from '../../helpers/boards'

export type View = 'fit' | 'near'

const asked = new URLSearchParams(location.search)
export const cards = Number(asked.get('cards') ?? 500)
export const view: View = asked.get('view') === 'near' ? 'near' : 'fit'

/** The records, made before the clock starts: no page is charged for them. */
export const map = bigMap(cards)

export const theWindow = () => ({ width: innerWidth, height: innerHeight })

/** Where a page begins: the whole map, or its middle at 100 %. */
export function beginning(layout: JourneyLayout) {
  const { width, height } = theWindow()
  if (view === 'near') return { x: width / 2 - layout.width / 2, y: height / 2 - layout.height / 3, zoom: 1 }
  const zoom = Math.min(1, (width - 24) / layout.width, (height - 24) / layout.height)
  return { x: (width - layout.width * zoom) / 2, y: 0, zoom }
}

let started = 0
export function start(): void {
  started = performance.now()
}

const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))

/** Says how long it took once `done` holds and what was painted is on screen. */
export async function ready(done: () => boolean): Promise<void> {
  while (!done()) await nextFrame()
  await nextFrame()
  await nextFrame()
  Object.assign(globalThis, { readyAfter: performance.now() - started })
}

/**
 * Turns the wheel once a frame and notes how long frames take.
 * @param kind pan moves to and fro, zoom goes in and out
 * @param target who hears the wheel
 */
async function gesture(
  kind: 'pan' | 'zoom',
  target: Element,
  frames: number,
  longest: number,
): Promise<number[]> {
  const times: number[] = []
  const at = { clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true }
  let last = await nextFrame()
  const end = last + longest
  for (let frame = 0; frame < frames && (last < end || frame < 10); frame++) {
    const way = frame % 60 < 30 ? 1 : -1
    const wheel = kind === 'pan' ? { deltaX: 24 * way, deltaY: 9 * way } : { deltaY: -4 * way, ctrlKey: true }
    target.dispatchEvent(new WheelEvent('wheel', { ...at, ...wheel }))
    const now = await nextFrame()
    times.push(now - last)
    last = now
  }
  return times
}

/** Notes frames until told to stop, for drags that come from outside. */
let watching = false
const watched: number[] = []
async function watch() {
  watching = true
  watched.length = 0
  let last = await nextFrame()
  while (watching) {
    const now = await nextFrame()
    watched.push(now - last)
    last = now
  }
}

/** Makes the page answer the bench. */
export function answer(target: () => Element, card: () => { x: number; y: number } | undefined): void {
  Object.assign(globalThis, {
    pan: () => gesture('pan', target(), 150, 6000),
    zoom: () => gesture('zoom', target(), 150, 6000),
    card,
    watch: () => void watch(),
    watched: () => {
      watching = false
      return watched
    },
  })
}
