import { Plus, X } from 'lucide-react'
import { useCallback } from 'react'
import { addLink, painPointCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { PainPoint } from '../../../shared/model'
import { journeysIn, painRisk, type ModelLink } from '../../../shared/queries'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { useLater } from '../../document/later'
import { useLinking } from '../../document/linking'
import { levelWords } from '../../document/words'
import { Button, IconButton } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { Menu } from '../../ui/Menu'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import type { NoteHere } from './noteHere'
import styles from './NotePanel.module.css'
import { Section, useNamed } from './parts'

const strengths = [0, 1, 2, 3] as const

/** The pains a value proposition answers, and how far; those of its segments can be added. */
export function AddressedPains({ note }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const named = useNamed()
  const { id, canvasId, model } = note
  const segments = model.segmentsOf(id)
  const links = model.linksOf(id).filter(({ kind, from }) => kind === 'addresses' && from === id)
  const asked = segments.join()
  const met = useLater(
    useCallback(
      (document: DocumentView) => {
        const { painsOf } = journeysIn(document)
        return [...new Set(asked.split(',').flatMap(painsOf))].toSorted((a, b) => painRisk(b) - painRisk(a))
      },
      [asked],
    ),
  )
  const others = (met ?? []).filter(pain => !links.some(({ to }) => to === pain.id))
  const address = (painId: string) =>
    session.dispatch(addLink, { canvasId, kind: 'addresses', fromId: id, toId: painId, weight: 2 })
  const make = () =>
    session.dispatchAll(addLink.name, dispatch => {
      const made = dispatch(painPointCommands.add, { touchpointIds: [], segmentId: segments[0] ?? null })
      if (!made) return
      dispatch(addLink, { canvasId, kind: 'addresses', fromId: id, toId: made.id, weight: 2 })
      look({ selection: [made.id] })
    })
  if (readOnly && links.length === 0) return null
  return (
    <Section title={t($ => $.noteInspector.pains)}>
      {links.map(link => (
        <Addressed key={link.to} canvasId={canvasId} link={link} />
      ))}
      {!readOnly && (
        <Menu
          trigger={
            <Button tone="link" icon={Plus} className={styles.addTie}>
              {t($ => $.terms.journey.painPoint)}
            </Button>
          }
          groups={[
            others.slice(0, 60).map(pain => ({
              id: pain.id,
              label: `${pain.severity}×${pain.frequency}  ${named(pain.title)}`,
              run: () => void address(pain.id),
            })),
            [
              {
                id: 'new',
                label: t($ => $.noteInspector.newOf, { what: t($ => $.terms.journey.painPoint) }),
                icon: Plus,
                run: make,
              },
            ],
          ]}
        />
      )}
    </Section>
  )
}

function Addressed({ canvasId, link }: { canvasId: string; link: ModelLink }) {
  const t = useText()
  const named = useNamed()
  const readOnly = useFieldsReadOnly()
  const { setWeight, untie } = useLinking(canvasId)
  const shown = useDocument(document => painShown(document, link.to))
  if (!shown) return null
  const { pain, level, levels } = shown
  const word = level && levelWords(t, level.level, level.at).name
  const set = (weight: number) =>
    setWeight({ kind: 'addresses', fromId: link.from, toId: link.to }, link, weight)
  return (
    <div className={styles.pain}>
      <b title={t($ => $.inspector.severityTimesFrequency)}>
        {pain.severity}×{pain.frequency}
      </b>
      <div>
        <button type="button" onClick={() => look({ selection: [pain.id] })}>
          {named(pain.title)}
        </button>
        <span className={styles.how}>
          {level && <PyramidGlyph at={level.at} of={levels} />}
          {word && <span className="visually-hidden">{word}</span>}
          <Select
            look="plain"
            label={t($ => $.noteInspector.howFar, { pain: named(pain.title) })}
            value={link.weight}
            none={t($ => $.noteInspector.howFarUnsaid)}
            options={strengths.map(value => ({
              value,
              label: t($ => $.noteInspector.strength[`w${value}`]),
            }))}
            onChange={weight => weight !== null && set(weight)}
          />
        </span>
      </div>
      <span className={styles.strength} aria-hidden>
        {([1, 2, 3] as const).map(value => (
          // the list beside it does the same by keyboard
          <button
            key={value}
            type="button"
            tabIndex={-1}
            data-on={(link.weight ?? 0) >= value}
            aria-label={t($ => $.noteInspector.strength[`w${value}`])}
            title={t($ => $.noteInspector.strength[`w${value}`])}
            onClick={() => !readOnly && set(link.weight === value ? value - 1 : value)}
          />
        ))}
      </span>
      {!readOnly && (
        <IconButton
          icon={X}
          label={t($ => $.noteInspector.notAddressed, { pain: named(pain.title) })}
          onClick={() => untie(link)}
        />
      )}
    </div>
  )
}

function painShown(document: DocumentView, id: string) {
  const pain: PainPoint | undefined = document.find('painPoint', id)
  if (!pain) return null
  const { pyramid } = document.project()
  const at = pyramid.findIndex(one => one.id === pain.level)
  return { pain, level: at < 0 ? null : { level: pyramid[at]!, at }, levels: pyramid.length }
}
