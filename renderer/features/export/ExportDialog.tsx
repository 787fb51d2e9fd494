import { Moon, RectangleHorizontal, RectangleVertical, Sun } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { boardPicture } from '../../../shared/export/boardPicture'
import { pagesOf, paperNames, roomOn } from '../../../shared/export/pages'
import { numberFormat } from '../../../shared/i18n/intl'
import { situation } from '../../app/actions'
import { download } from '../../app/files'
import { closeOverlay } from '../../app/overlay'
import { attempt, tell, useApp } from '../../app/store'
import { useView } from '../../app/useView'
import { useSession, useVersion } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { NumberField } from '../../ui/NumberField'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import styles from './ExportDialog.module.css'
import { Preview } from './Preview'
import { boardOnScreen, boardsOf, lookOf, useChosen, wishOf } from './wish'

/** Saves the board on screen as SVG, PNG or PDF. */
export function ExportDialog() {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const version = useVersion()
  const { focus, colourBy, questions, showLinks } = useView('focus', 'colourBy', 'questions', 'showLinks')
  const [board, setBoard] = useState(() => boardOnScreen(session.doc, situation().view))
  const [saving, setSaving] = useState(false)
  const chosen = useChosen()
  const look = useMemo(
    () => lookOf({ focus, colourBy, questions, showLinks }),
    [focus, colourBy, questions, showLinks],
  )
  const wish = wishOf(chosen, look)
  const { format, paper, orientation, layout } = wish
  const sheet = format === 'pdf' && layout === 'fit' ? { paper, orientation } : null
  const [sheetPaper, sheetOrientation] = [sheet?.paper, sheet?.orientation]
  const picture = useMemo(
    () =>
      boardPicture(session.doc, board, {
        t,
        language,
        look,
        ...(sheetPaper &&
          sheetOrientation && { sheet: roomOn({ paper: sheetPaper, orientation: sheetOrientation }) }),
      }),
    // the document stays the same object while it changes
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [session, version, board, t, language, look, sheetPaper, sheetOrientation],
  )

  const save = async () => {
    setSaving(true)
    await attempt(async () => {
      await session.flush()
      const { bridge } = useApp.getState()
      const saved = await bridge.call('document.export', { document: session.handle, board, wish })
      if (!saved) return
      const { name, base64 } = saved
      if (base64 !== null) download(name, base64)
      tell({ code: base64 === null ? 'export.saved' : 'file.downloaded', params: { name } })
      closeOverlay()
    })
    setSaving(false)
  }

  const number = numberFormat(language, { maximumFractionDigits: 0 })
  const boards = boardsOf(session.doc)
  return (
    <Dialog
      wide
      title={t($ => $.export.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
      actions={
        <Button tone="primary" disabled={saving || !picture} onClick={() => void save()}>
          {saving ? t($ => $.export.saving) : t($ => $.export.save)}
        </Button>
      }
    >
      <div className={styles.preview} data-scheme={wish.scheme}>
        {picture && <Preview picture={picture} wish={wish} />}
      </div>
      <div className={styles.rows}>
        {boards.length > 1 && (
          <Row label={t($ => $.export.board)}>
            <Select
              label={t($ => $.export.board)}
              value={board}
              options={boards.map(({ id, title }) => ({
                value: id,
                label: title || t($ => $.board.unnamed.any),
              }))}
              onChange={id => id && setBoard(id)}
            />
          </Row>
        )}
        <Row label={t($ => $.export.format)} hint={t($ => $.export.about[format])}>
          <Segmented
            label={t($ => $.export.format)}
            value={format}
            options={(['pdf', 'png', 'svg'] as const).map(value => ({ value, label: value.toUpperCase() }))}
            onChange={value => useChosen.setState({ format: value })}
          />
        </Row>
        <Row label={t($ => $.export.colours)}>
          <Segmented
            label={t($ => $.export.colours)}
            value={wish.scheme}
            options={[
              { value: 'light', label: t($ => $.export.light), icon: Sun },
              { value: 'dark', label: t($ => $.export.dark), icon: Moon },
            ]}
            onChange={scheme => useChosen.setState({ scheme })}
          />
        </Row>
        {format === 'png' && picture && (
          <Row
            label={t($ => $.export.scale)}
            hint={t($ => $.export.pixels, {
              width: number.format(picture.scene.width * chosen.pixels),
              height: number.format(picture.scene.height * chosen.pixels),
            })}
          >
            <Segmented
              label={t($ => $.export.scale)}
              value={String(chosen.pixels)}
              options={[1, 2, 3, 4].map(one => ({ value: String(one), label: `${one}×` }))}
              onChange={one => useChosen.setState({ pixels: Number(one) })}
            />
          </Row>
        )}
        {format === 'pdf' && picture && <PaperRows scene={picture.scene} />}
      </div>
    </Dialog>
  )
}

/** Which paper, and how the board is laid over it. */
function PaperRows({ scene }: { scene: { readonly width: number; readonly height: number } }) {
  const t = useText()
  const { paper, orientation, layout, share } = useChosen()
  const { columns, rows } = pagesOf(scene, { paper, orientation, layout, scale: share })
  return (
    <>
      <Row label={t($ => $.export.paper)}>
        <Segmented
          label={t($ => $.export.paper)}
          value={paper}
          options={paperNames.map(value => ({ value, label: value }))}
          onChange={value => useChosen.setState({ paper: value })}
        />
        <Segmented
          label={t($ => $.export.orientation)}
          value={orientation}
          options={[
            { value: 'landscape', label: t($ => $.export.landscape), icon: RectangleHorizontal },
            { value: 'portrait', label: t($ => $.export.portrait), icon: RectangleVertical },
          ]}
          onChange={value => useChosen.setState({ orientation: value })}
        />
      </Row>
      <Row label={t($ => $.export.layout)} hint={t($ => $.export.pages, { count: columns * rows })}>
        <Segmented
          label={t($ => $.export.layout)}
          value={layout}
          options={[
            { value: 'fit', label: t($ => $.export.fit) },
            { value: 'tile', label: t($ => $.export.tile) },
          ]}
          onChange={value => useChosen.setState({ layout: value })}
        />
        {layout === 'tile' && (
          <div className={styles.share}>
            <NumberField
              label={t($ => $.export.scale)}
              unit="%"
              min={5}
              max={400}
              value={Math.round(share * 100)}
              onChange={value => useChosen.setState({ share: (value ?? 100) / 100 })}
            />
          </div>
        )}
      </Row>
    </>
  )
}

/** A choice with its name, and a sentence about what was chosen. */
function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.controls}>{children}</div>
      {hint !== undefined && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
    </div>
  )
}
