import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connect } from '../../shared/commands'
import { applied, edit, type Doc } from '../../shared/document'
import { bodyBoxes, layoutJourney, type JourneyLayout } from '../../shared/layout'
import { arrowPath } from '../../shared/layout/flowArrows'
import { bigMap, labels } from '../helpers/boards'
import { overlaps, templateMap } from '../helpers/templateMap'

const options = { labels }

test('arrows run beside the cards, never over one', () => {
  const { document, journeyId } = templateMap('retail-purchase')
  let changed: Doc = document
  const touchpoints = document.all('touchpoint')
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (from, to) => {
      const ids = { fromId: touchpoints[from % 21]!.id, toId: touchpoints[to % 21]!.id }
      if (ids.fromId === ids.toId) return
      const id = `flow:${from}-${to}`
      changed = applied(document, connect.run(document, { id, ...ids }))
      const layout = layoutJourney(changed, journeyId, options)
      const arrow = layout.arrows.find(each => each.fromId === ids.fromId && each.toId === ids.toId)!
      const cards = bodyBoxes(layout).filter(box => box.content.kind === 'touchpoint')
      arrow.points.forEach((point, at) => {
        const next = arrow.points[at + 1]
        if (!next) return
        const piece = {
          x: Math.min(point.x, next.x) + 0.01,
          y: Math.min(point.y, next.y),
          width: Math.abs(next.x - point.x) - 0.02,
          height: Math.abs(next.y - point.y),
        }
        for (const card of cards) expect(overlaps(piece, card), `${id} over ${card.id}`).toBe(false)
      })
      expect(arrowPath(arrow.points)).toMatch(/^M[\d. ]+L/)
    }),
    { numRuns: 60 },
  )
})

test('an edit in a map of 10,000 touchpoints lays out a part of it', () => {
  const { document, journeyId } = bigMap(10_000)
  /** CPU time, so that a busy machine does not count; ms */
  const cpu = (work: () => void) => {
    const begin = process.cpuUsage()
    work()
    return process.cpuUsage(begin).user / 1000
  }
  let layout!: JourneyLayout
  const first = cpu(() => (layout = layoutJourney(document, journeyId, options)))
  const times = Array.from({ length: 9 }, (_, at) => {
    const id = `touchpoint:t${at * 1000}`
    document.apply(
      edit(document)
        .update('touchpoint', id, { title: `changed ${at}` })
        .patch(),
    )
    return cpu(() => (layout = layoutJourney(document, journeyId, options, layout)))
  })
  const after = times.toSorted((a, b) => a - b)[4]!
  console.log(`layout of 10,000 touchpoints: ${first.toFixed(0)} ms, after an edit ${after.toFixed(1)} ms`)
  expect(after).toBeLessThan(first / 2)
})
