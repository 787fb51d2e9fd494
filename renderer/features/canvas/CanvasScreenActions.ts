/** What can be done with a canvas as a whole; menus, shortcuts and the palette are drawn from here. */
import { Calculator, CircleHelp, ListPlus, PencilLine, Trash2 } from 'lucide-react'
import { register, type Action, type Situation } from '../../app/actions'
import { look } from '../../app/store'
import { useCanvasDialog } from './CanvasDialogs'
import { usePasteList } from './PasteListState'

const shown = ({ session, view }: Situation) =>
  session !== undefined &&
  view?.screen === 'canvas' &&
  session.doc.find('canvas', view.canvasId) !== undefined
const changeable = (now: Situation) => shown(now) && now.session?.readOnly === null

const actions: readonly Action[] = [
  {
    id: 'canvas.questions',
    label: t => t($ => $.canvasScreen.questions),
    icon: CircleHelp,
    enabled: shown,
    run: ({ view }) => look({ questions: !view?.questions }),
  },
  {
    id: 'canvas.results',
    label: t => t($ => $.canvasScreen.results),
    icon: Calculator,
    enabled: shown,
    run: ({ view }) => look({ results: !view?.results }),
  },
  {
    id: 'canvas.pasteList',
    label: t => t($ => $.canvasScreen.pasteList),
    icon: ListPlus,
    enabled: changeable,
    run: () => usePasteList.getState().open(''),
  },
  {
    id: 'canvas.trash',
    label: t => t($ => $.canvasScreen.trash),
    icon: Trash2,
    enabled: shown,
    run: () => useCanvasDialog.setState({ shown: 'trash' }),
  },
  {
    id: 'canvas.rename',
    label: t => t($ => $.canvasScreen.rename),
    icon: PencilLine,
    enabled: changeable,
    run: () => useCanvasDialog.setState({ shown: 'rename' }),
  },
]

register(actions)
