/** L07-L09: which channels reach which segment, in which phases. */
import { channelPhases } from '../../model/channel'
import { canvasRule, found, type Rule } from '../rule'

export const channels: readonly Rule[] = [
  canvasRule('L07', ({ onCanvas, linksTo }) =>
    onCanvas
      .filter(({ id }) => linksTo('reaches', id).length === 0)
      .map(({ id }) => found('warning', 'notReached', id)),
  ),
  canvasRule('L08', ({ onCanvas, linksTo, phasesOf }, skip) =>
    onCanvas.flatMap(({ id }) => {
      const reaches = linksTo('reaches', id)
      // no channel at all is L07's to say
      if (reaches.length === 0) return []
      const covered = new Set(reaches.flatMap(phasesOf))
      if (covered.size === 0) skip('noPhases', [id])
      const missing = channelPhases.filter(phase => !covered.has(phase))
      return covered.size === 0 || missing.length === 0
        ? []
        : [found('warning', 'phases', id, { phases: missing })]
    }),
  ),
  canvasRule('L09', ({ inBlock, linksFrom }) =>
    inBlock('channels')
      .filter(({ id }) => linksFrom('reaches', id).length === 0)
      .map(({ id }) => found('warning', 'reachesNobody', id)),
  ),
]
