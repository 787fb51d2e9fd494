import { Users } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import type { Segment } from '../../../shared/model'
import { journeysIn, possibleParents } from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useRecord } from '../../document/hooks'
import { MarkFields } from '../../document/MarkFields'
import { QuantityRows } from '../../document/quantities/QuantityRows'
import { quantityBases } from '../../document/quantities/words'
import { SegmentCode } from '../../document/SegmentMark'
import { useWrite } from '../../document/writing'
import { Button } from '../../ui/Button'
import { Combo } from '../../ui/Combo'
import { Field, Marked } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import { AssumptionsSection } from './AssumptionsSection'
import { EvidenceSection } from './EvidenceSection'
import { FindingsSection } from './FindingsSection'
import styles from './NotePanel.module.css'
import { Fold, Head, Jump, NoteFold, Section, Title, useNamed } from './parts'
import { SegmentKind } from './RecordFields'

/** A segment: who it is to the model, how large, told apart by what, who is in it. */
export function SegmentPanel({ id }: { id: string }) {
  const t = useText()
  const segment = useRecord('segment', id)
  const write = useWrite('segment', id)
  const { canvasId } = useView('canvasId')
  const placed = useCanvas(canvasId)?.noteOf(id)
  if (!segment) return null
  return (
    <>
      <Head
        icon={Users}
        kind={t($ => $.terms.segment.segment)}
        title={
          <div className={styles.named}>
            <SegmentCode id={id} />
            <Title
              label={t($ => $.canvasScreen.segmentName)}
              placeholder={t($ => $.board.unnamed.any)}
              value={segment.title}
              onChange={(title, typing) => write({ title }, typing)}
            />
          </div>
        }
      />
      <WhoFields segment={segment} />
      <SizeFields segment={segment} />
      <Section title={t($ => $.quantities.title)}>
        <QuantityRows
          layers={[...(placed ? [placed.placement.id, placed.id] : []), id]}
          home={id}
          canvasId={canvasId}
          wanted={['payers', 'retention']}
        />
      </Section>
      <Uses id={id} />
      <FindingsSection canvasId={canvasId} about={[id]} />
      <AssumptionsSection targetId={id} also={placed ? [placed.id] : []} />
      <EvidenceSection targetId={id} sided />
      <Fold title={t($ => $.segments.mark)}>
        <MarkFields segment={segment} />
      </Fold>
      <NoteFold note={segment.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

function WhoFields({ segment }: { segment: Segment }) {
  const t = useText()
  const { id } = segment
  const write = useWrite('segment', id)
  const parents = useDocument(document =>
    possibleParents(document, id).map(one => ({ id: one.id, label: one.title })),
  )
  return (
    <Section>
      <SegmentKind segment={segment} />
      <Field field="focusRank" label={t($ => $.noteInspector.focusRank)}>
        <NumberField
          whole
          min={1}
          max={99}
          value={segment.focusRank}
          placeholder={t($ => $.noteInspector.focusRankHint)}
          onChange={(focusRank, typing) => write({ focusRank }, typing)}
        />
      </Field>
      {(parents.length > 0 || segment.parentId !== null) && (
        <Field field="parentId" label={t($ => $.noteInspector.partOf)}>
          <Combo
            value={segment.parentId}
            options={parents.map(one => ({ ...one, icon: <SegmentCode id={one.id} /> }))}
            placeholder={t($ => $.fields.none)}
            onChange={parentId => write({ parentId })}
          />
        </Field>
      )}
      <Field label={t($ => $.terms.segment.criteria)}>
        <div className={styles.line}>
          <span>{segment.criteria.length}</span>
          <Button tone="link" onClick={() => goTo('segments', { selection: [id] })}>
            {t($ => $.noteInspector.openSegments)}
          </Button>
        </div>
      </Field>
    </Section>
  )
}

const BIGGEST = 1e12

function SizeFields({ segment }: { segment: Segment }) {
  const t = useText()
  const write = useWrite('segment', segment.id)
  const { size } = segment
  const given = [size.low, size.likely, size.high].filter(value => value !== null)
  const falling = given.some((value, at) => at > 0 && value < given[at - 1]!)
  return (
    <Section title={t($ => $.terms.segment.size)}>
      <Marked field="size">
        <div className={styles.three}>
          {(['low', 'likely', 'high'] as const).map(bound => (
            <label key={bound}>
              <span>{t($ => $.quantities.bound[bound])}</span>
              <NumberField
                label={t($ => $.quantities.boundOf[bound])}
                min={0}
                max={BIGGEST}
                value={size[bound]}
                onChange={(value, typing) =>
                  write({ size: { ...size, [bound]: value } }, `${bound}:${typing}`)
                }
              />
            </label>
          ))}
        </div>
      </Marked>
      {falling && <p role="status">{t($ => $.quantities.outOfOrder)}</p>}
      <Field field="sizeUnit" label={t($ => $.quantities.unit)}>
        <TextField
          value={segment.sizeUnit}
          placeholder={t($ => $.noteInspector.sizeUnitHint)}
          onChange={(sizeUnit, typing) => write({ sizeUnit }, typing)}
        />
      </Field>
      <Field field="sizeBasis" label={t($ => $.quantities.restsOn)}>
        <Select
          value={segment.sizeBasis}
          options={quantityBases.map(value => ({ value, label: t($ => $.quantities.basis[value]) }))}
          onChange={sizeBasis => sizeBasis && write({ sizeBasis })}
        />
      </Field>
    </Section>
  )
}

/** Who is in it and what they live through. */
function Uses({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const { personas, journeys } = useDocument(document => usesOf(document, id))
  return (
    <>
      {personas.length > 0 && (
        <Section title={t($ => $.screens.personas)}>
          {personas.map(persona => (
            <Jump key={persona.id} id={persona.id}>
              {named(persona.title)}
            </Jump>
          ))}
        </Section>
      )}
      {journeys.length > 0 && (
        <Section title={t($ => $.noteInspector.journeys)}>
          {journeys.map(journey => (
            <Jump
              key={journey.id}
              id={journey.id}
              go={() => goTo('board', { journeyId: journey.id, selection: [], viewport: null })}
            >
              {named(journey.title)}
            </Jump>
          ))}
        </Section>
      )}
    </>
  )
}

const brief = ({ id, title }: { id: string; title: string }) => ({ id, title })

const usesOf = (document: DocumentView, id: string) => ({
  personas: document.pointing('persona', 'segmentId', id).map(brief),
  journeys: journeysIn(document).ofSegment(id).map(brief),
})
