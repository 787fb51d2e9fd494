import type { T } from '../../../shared/i18n'
import type { Segment } from '../../../shared/model'
import { marketHints, possibleParents, type MarketHint } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument } from '../../document/hooks'
import { MarketTypeField } from '../../document/MarketTypeField'
import { SegmentCode } from '../../document/SegmentMark'
import { useWrite } from '../../document/writing'
import { Choices } from '../../ui/Choices'
import { Combo } from '../../ui/Combo'
import { Field } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { useText } from '../../ui/text'
import styles from './Cards.module.css'
import { Hint } from './Hint'

/** What kind of segment this is: market type with what it means, role, whose part it is, when it is served. */
export function KindFields({ segment }: { segment: Segment }) {
  const t = useText()
  const { id, marketType } = segment
  const write = useWrite('segment', id)
  const model = useCanvas(useView('canvasId').canvasId)
  const hints = useDocument(document => {
    const fresh = document.find('segment', id)
    return fresh ? marketHints(document, fresh, model) : []
  })
  const parents = useDocument(document =>
    possibleParents(document, id).map(one => ({ id: one.id, label: one.title })),
  )
  return (
    <section className={styles.section}>
      <MarketTypeField value={marketType} onChange={marketType => write({ marketType })} />
      {marketType && (
        <p className={styles.meaning}>
          {t($ => $.segments.market[marketType].text)} <i>{t($ => $.segments.market[marketType].example)}</i>
        </p>
      )}
      {hints.map(hint => (
        <Hint key={hint.kind} className={styles.misfit}>
          {hintWords(t, hint)}
        </Hint>
      ))}
      <Field label={t($ => $.segments.role)}>
        <Choices
          look="words"
          clearable={false}
          value={segment.role}
          options={(['user', 'payer', 'both'] as const).map(value => ({
            value,
            label: t($ => $.segments.roles[value]),
          }))}
          onChange={role => role && write({ role })}
        />
      </Field>
      {(parents.length > 0 || segment.parentId !== null) && (
        <Field label={t($ => $.segments.partOf)}>
          <Combo
            value={segment.parentId}
            options={parents.map(one => ({ ...one, icon: <SegmentCode id={one.id} /> }))}
            placeholder={t($ => $.segments.partOfNone)}
            onChange={parentId => write({ parentId })}
          />
        </Field>
      )}
      <Field label={t($ => $.segments.focusRank)}>
        <NumberField
          value={segment.focusRank}
          min={1}
          max={99}
          whole
          placeholder={t($ => $.segments.focusHint)}
          onChange={(focusRank, typing) => write({ focusRank }, typing)}
        />
      </Field>
    </section>
  )
}

function hintWords(t: T, hint: MarketHint): string {
  if (hint.kind === 'massWithMany') return t($ => $.segments.marketHint.massWithMany, { count: hint.count })
  if (hint.kind === 'canvasDiffers')
    return t($ => $.segments.marketHint.canvasDiffers, { type: t($ => $.terms.market[hint.type]) })
  return t($ => $.segments.marketHint[hint.kind])
}
