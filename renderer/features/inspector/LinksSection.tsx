import { Plus, X } from 'lucide-react'
import { memo } from 'react'
import { addLink, addNote } from '../../../shared/commands'
import type { T } from '../../../shared/i18n'
import { listFormat } from '../../../shared/i18n/intl'
import { channelIcon } from '../../../shared/layout/icons'
import type { Block } from '../../../shared/model/note'
import { endOf, phasesOfReach, switched, type ModelLink } from '../../../shared/queries'
import { focusTitle } from '../../app/focusTitle'
import { look } from '../../app/store'
import { useRecord, useSession } from '../../document/hooks'
import { useLinking } from '../../document/linking'
import { SegmentCode } from '../../document/SegmentMark'
import { Button, IconButton } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { useLanguage, useText } from '../../ui/text'
import { blockIcons } from './blockIcons'
import { linkRowsOf, type LinkRow } from './linkRows'
import type { NoteHere } from './noteHere'
import styles from './NotePanel.module.css'
import { Section } from './parts'
import { PhaseToggles } from './PhaseToggles'

/** What a note is tied to, in words of direction, and what it could be. Pains have a section of their own. */
export const LinksSection = memo(function LinksSection({ note }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const { id, model } = note
  const end = endOf(model, session.doc, id)
  if (!end) return null
  const rows = linkRowsOf(model, id, end).filter(({ kind }) => kind !== 'addresses')
  if (rows.length === 0) return null
  return (
    <Section title={t($ => $.noteInspector.links)}>
      {rows.map(row => (
        <Row key={row.key} note={note} row={row} />
      ))}
    </Section>
  )
})

function Row({ note, row }: { note: NoteHere; row: LinkRow }) {
  const t = useText()
  const readOnly = useFieldsReadOnly()
  const { kind, outward, links } = row
  const words = outward ? t($ => $.linkWords[kind].from) : t($ => $.linkWords[kind].to)
  if (readOnly && links.length === 0) return null
  return (
    <div className={styles.link}>
      <span>
        {words}
        {!readOnly && links.length > 0 && <AddTie note={note} row={row} />}
      </span>
      <div>
        {links.map(({ link, other }) => (
          <Tie key={other} note={note} link={link} other={other} words={words} />
        ))}
        {!readOnly && links.length === 0 && <AddTie note={note} row={row} />}
      </div>
    </div>
  )
}

interface TieProps {
  readonly note: NoteHere
  readonly link: ModelLink
  readonly other: string
  readonly words: string
}

function Tie({ note: { canvasId, model }, link, other, words }: TieProps) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { untie, setPhases } = useLinking(canvasId)
  const segment = useRecord('segment', other)
  const placed = segment ? model.noteOf(segment.id) : model.note(other)
  const channel = useRecord('channel', placed?.block === 'channels' ? placed.note.channelId : null)
  const BlockIcon = blockIcons[placed?.block ?? 'parked']
  const title = segment?.title || placed?.title || t($ => $.board.unnamed.any)
  const phases = phasesOfReach(session.doc, model, link)
  const tie = { kind: link.kind, fromId: link.from, toId: link.to }
  return (
    <>
      <div className={styles.tie}>
        <button type="button" onClick={() => look({ selection: [placed?.id ?? other] })}>
          {segment ? (
            <SegmentCode id={segment.id} />
          ) : channel ? (
            <Icon name={channelIcon(channel)} size={13} />
          ) : (
            <BlockIcon size={13} strokeWidth={1.75} aria-hidden />
          )}
          <span>{title}</span>
        </button>
        {!readOnly && (
          <IconButton
            icon={X}
            label={t($ => $.noteInspector.untie, { words, title })}
            onClick={() => untie(link)}
          />
        )}
      </div>
      {link.kind === 'reaches' && (
        <PhaseToggles
          phases={phases}
          inherited={link.phases.length === 0}
          label={t($ => $.noteInspector.phasesFor, { title })}
          onSwitch={phase => setPhases(tie, link, switched(phases, phase))}
        />
      )}
    </>
  )
}

/** Offers what can be tied, and a fresh note in the blocks it could stand in. */
function AddTie({ note: { id, canvasId, model }, row }: { note: NoteHere; row: LinkRow }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { kind, outward, links, candidates, blocks } = row
  const label = endWords(t, blocks, language)
  const ends = (other: string) => (outward ? { fromId: id, toId: other } : { fromId: other, toId: id })
  const tie = (other: string) => session.dispatch(addLink, { canvasId, kind, ...ends(other) })
  const make = (block: Block) => {
    session.dispatchAll(addLink.name, dispatch => {
      const made = dispatch(addNote, { canvasId, block })
      if (!made) return
      dispatch(addLink, { canvasId, kind, ...ends(made.id) })
      look({ selection: [made.id] })
    })
    focusTitle()
  }
  const title = ({ title: one, segment }: (typeof candidates)[number]) =>
    one || segment?.title || t($ => $.board.unnamed.any)
  if (blocks.length === 0) return null
  const trigger =
    links.length === 0 ? (
      <Button tone="link" icon={Plus} className={styles.addTie}>
        {label}
      </Button>
    ) : (
      <IconButton
        icon={Plus}
        label={t($ => $.noteInspector.addOf, { what: label })}
        className={styles.plus}
      />
    )
  return (
    <Menu
      trigger={trigger}
      groups={[
        ...blocks.map(block =>
          candidates
            .filter(one => one.block === block)
            .map(one => ({
              id: one.id,
              label: title(one),
              icon: blockIcons[block],
              disabled: model.thing(id) === one.id,
              run: () => void tie(one.id),
            })),
        ),
        blocks.map(block => ({
          id: `new ${block}`,
          label: t($ => $.noteInspector.newOf, { what: t($ => $.noteInspector.one[block]) }),
          icon: Plus,
          run: () => make(block),
        })),
      ]}
    />
  )
}

/** 'Resource or activity' */
export function endWords(t: T, blocks: readonly Block[], language: string): string {
  const words = blocks.map((block, at) => {
    const word = t($ => $.noteInspector.one[block])
    return at === 0 ? word : word.toLocaleLowerCase(language)
  })
  return listFormat(language, 'disjunction').format(words)
}
