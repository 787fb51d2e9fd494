/** What journeys and canvases of the form have in common: segments, and which needs which. */
import type { Making } from './make'
import type { StarterSegment } from './schema'

/** Makes the segments; returns the id of each key. */
export function makeSegments(
  making: Making,
  segments: readonly StarterSegment[],
): ReadonlyMap<string, string> {
  const ids = new Map(
    segments.map(segment => [
      segment.key,
      making.add('segment', {
        key: segment.key,
        title: segment.name,
        marketType: segment.marketType ?? null,
        criteria: Object.entries(segment.criteria).flatMap(([base, texts]) =>
          texts.map(text => ({ base: base as keyof typeof segment.criteria, text })),
        ),
        size: { low: null, likely: segment.size?.value ?? null, high: null },
        sizeUnit: segment.size?.unit ?? '',
        sizeBasis: segment.size?.basis ?? 'guess',
        largeEnough: segment.quality?.largeEnough ?? null,
        focusedEnough: segment.quality?.focusedEnough ?? null,
        reason: segment.quality?.reason ?? '',
        revenueShare: segment.revenueSharePct ?? null,
        growth: segment.growthPct ?? null,
      }),
    ]),
  )
  for (const { key, dependsOn } of segments) {
    for (const other of new Set(dependsOn)) {
      making.add('segmentDependency', { fromId: ids.get(key)!, toId: ids.get(other)! })
    }
  }
  return ids
}
