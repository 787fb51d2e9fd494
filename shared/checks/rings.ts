/** What comes back to itself. */

/** An arrow from one thing to another. */
export type Arrow = readonly [from: string, to: string]

/**
 * Groups of things that lead to one another and back; each sorted. Follows every arrow from every start, which is
 * quick for the few arrows there are.
 */
export function ringsIn(arrows: readonly Arrow[]): [string, ...string[]][] {
  const next = new Map<string, string[]>()
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const reached = new Map([...next.keys()].map(id => [id, reachedFrom(id, next)]))
  const rings: [string, ...string[]][] = []
  const told = new Set<string>()
  for (const [id, seen] of reached) {
    if (told.has(id) || !seen.has(id)) continue
    const [first = id, ...others] = [...seen].filter(other => reached.get(other)?.has(id)).toSorted()
    for (const member of [first, ...others]) told.add(member)
    rings.push([first, ...others])
  }
  return rings
}

function reachedFrom(start: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(next.get(start) ?? [])]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(next.get(id) ?? []))
  }
  return seen
}
