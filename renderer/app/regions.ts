/** The parts of the screen that F6 leads round: top bar, contents, the view, the inspector, the foot. */

const tabbable = 'a[href], button, input, textarea, select, summary, [tabindex="0"]'

/** Where the focus last was in each part. */
const last = new WeakMap<Element, HTMLElement>()

/** Remembers for every part what had the focus there; call the result to stop. */
export function watchRegions(): () => void {
  const remember = ({ target }: FocusEvent) => {
    const region = target instanceof HTMLElement && regions().find(one => one.contains(target))
    if (region) last.set(region, target)
  }
  document.addEventListener('focusin', remember)
  return () => document.removeEventListener('focusin', remember)
}

/** Moves the focus to the next part of the screen, or the one before: to where it was there, else to its beginning. */
export function goToRegion(step: 1 | -1): void {
  const all = regions().filter(region => entry(region))
  const here = all.findIndex(region => region.contains(document.activeElement))
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length
  const region = all[next]
  if (region) entry(region)?.focus()
}

const regions = () =>
  [...document.querySelectorAll<HTMLElement>('#root :is(header, nav, main, aside, footer)')].filter(
    region => !region.parentElement?.closest('header, nav, main, aside, footer'),
  )

function entry(region: HTMLElement): HTMLElement | undefined {
  const before = last.get(region)
  if (before && region.contains(before) && reachable(before)) return before
  const current = region.querySelector<HTMLElement>(
    '[aria-current="page"], [data-title] :is(input, textarea)',
  )
  return current ?? [...region.querySelectorAll<HTMLElement>(tabbable)].find(reachable)
}

const reachable = (element: HTMLElement) =>
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  element.checkVisibility({ visibilityProperty: true })
