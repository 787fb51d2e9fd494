import { StickyNote } from 'lucide-react'
import { cardCommands } from '../../../shared/commands'
import { useRecord, useSession } from '../../document/hooks'
import { NumberField } from '../../ui/fields/NumberField'
import { Row, Section } from '../../ui/fields/Row'
import { useText } from '../../ui/text'
import { Header } from './Header'

/** A free card in a row. */
export function CardPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const card = useRecord('card', id)
  const step = useRecord('step', card?.stepId)
  if (!card) return null
  const disabled = session.readOnly !== null
  return (
    <>
      <Header
        icon={StickyNote}
        kind={t($ => $.inspector.card)}
        place={step?.title}
        title={card.text}
        titleLabel={t($ => $.board.titleOf.card)}
        placeholder={t($ => $.board.unnamed.any)}
        onTitle={text => session.dispatch(cardCommands.update, { id, text }, `${id}.text`)}
        disabled={disabled}
      />
      <Section>
        <Row label={t($ => $.inspector.span)}>
          <NumberField
            label={t($ => $.inspector.span)}
            value={card.span}
            min={1}
            max={50}
            onChange={span =>
              span && session.dispatch(cardCommands.update, { id, span: Math.round(span) }, `${id}.span`)
            }
            disabled={disabled}
          />
        </Row>
      </Section>
    </>
  )
}
