import { useMemo } from 'react'
import type { BoardPicture } from '../../../shared/export/boardPicture'
import { exportTheme } from '../../../shared/export/exportTheme'
import { pageMargin, pageSize, pagesOf } from '../../../shared/export/pages'
import type { PictureWish } from '../../../shared/ipc/contract'
import { paintSvg } from '../../../shared/layout/svgPainter'
import { useText } from '../../ui/text'
import styles from './ExportDialog.module.css'

/** More pages than these are counted, not shown. */
const mostShown = 48
/** Between pages, mm. */
const gap = 8

/** What will be saved, small: the picture itself, or its pages. */
export function Preview({ picture, wish }: { picture: BoardPicture; wish: PictureWish }) {
  const t = useText()
  const { title, scene } = picture
  const theme = exportTheme(wish)
  const svg = useMemo(() => paintSvg(scene, { theme, fixedWidths: true }), [scene, theme])
  const url = useMemo(() => `data:image/svg+xml,${encodeURIComponent(svg)}`, [svg])
  const name = t($ => $.export.preview, { title })
  if (wish.format !== 'pdf') return <img className={styles.picture} src={url} alt={name} />
  const { columns, rows, views } = pagesOf(scene, wish)
  if (columns * rows > mostShown)
    return <p className={styles.many}>{t($ => $.export.pages, { count: columns * rows })}</p>
  const page = pageSize(wish)
  const size = [columns * (page.width + gap) - gap, rows * (page.height + gap) - gap]
  return (
    <svg className={styles.pages} viewBox={`0 0 ${size[0]} ${size[1]}`} role="img" aria-label={name}>
      {views.map((view, at) => {
        const x = (at % columns) * (page.width + gap)
        const y = Math.floor(at / columns) * (page.height + gap)
        return (
          <g key={at}>
            <rect x={x} y={y} width={page.width} height={page.height} fill={theme.paper} />
            <svg
              x={x + pageMargin}
              y={y + pageMargin}
              width={page.width - 2 * pageMargin}
              height={page.height - 2 * pageMargin}
              viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
            >
              <image href={url} width={scene.width} height={scene.height} />
            </svg>
          </g>
        )
      })}
    </svg>
  )
}
