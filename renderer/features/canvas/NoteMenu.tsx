import { useMenuEntries } from '../../app/menuEntries'
import { situation } from '../../app/actions'
import { useView } from '../../app/useView'
import { segmentColours } from '../../../shared/queries'
import { MenuAt, type MenuEntry } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { hereOf, notesChosen } from './canvasHere'
import { allFor, linkable, paint, toggleSegment } from './intentions'

/** What can be done with the selected notes, or in the block that was pressed. */
export function NoteMenu({ point, onClose }: { point: { x: number; y: number }; onClose: () => void }) {
  const t = useText()
  const entries = useMenuEntries()
  const { colourBy } = useView('colourBy')
  const on = hereOf(situation())
  const ids = notesChosen(situation())
  if (!on) return null
  const disabled = on.session.readOnly !== null
  const segments =
    linkable(on, ids).length === 0
      ? []
      : on.model.segments.slice(0, most).map(({ id, title }, at): MenuEntry => ({
          id,
          label: t($ => $.canvas.forSegment, { title: title || t($ => $.canvas.unnamed) }),
          keys: at < 9 ? String(at + 1) : undefined,
          checked: allFor(on, ids, id),
          disabled,
          run: () => toggleSegment(on, ids, id),
        }))
  const colours =
    colourBy !== 'manual' || ids.length === 0
      ? []
      : [...segmentColours, null].map((colour): MenuEntry => ({
          id: colour ?? 'none',
          label: colour ? t($ => $.canvas.colours[colour]) : t($ => $.canvas.noColour),
          checked: ids.every(id => on.model.note(id)?.placement.colour === colour),
          disabled,
          run: () => paint(on, ids, colour),
        }))
  const groups =
    ids.length === 0
      ? [
          entries(['canvas.note.addHere', 'canvas.note.paste']),
          entries(['canvas.note.selectAll', 'canvas.fit']),
        ]
      : [
          entries(['canvas.note.rename', 'canvas.note.addNext', 'canvas.note.link']),
          segments,
          colours,
          entries(['canvas.note.cut', 'canvas.note.copy', 'canvas.note.paste', 'canvas.note.duplicate']),
          entries(['canvas.note.park', 'canvas.note.throwAway']),
        ]
  return <MenuAt point={point} onClose={onClose} groups={groups} />
}

/** A menu longer than that is no menu; the links view has them all. */
const most = 12
