import { useState } from 'react'
import { personaCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import { DeleteDialog, useDeleting } from './DeleteDialog'
import { Nothing, Page } from '../../document/Page'
import { PersonaCard } from './PersonaCard'
import styles from './Personas.module.css'

/** Who walks the journeys, as cards. */
export function PersonasView() {
  const t = useText()
  const session = useSession()
  const { selection } = useView('selection')
  const personas = useDocument(namedPersonas)
  const [fresh, setFresh] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const remove = useDeleting(setAsking)

  const add = () => {
    const made = session.dispatch(personaCommands.add, {})
    if (!made) return
    setFresh(made.id)
    look({ selection: [made.id] })
  }
  const titleOf = (id: string) => personas.find(one => one.id === id)?.title || t($ => $.board.unnamed.any)
  return (
    <Page
      title={t($ => $.screens.personas)}
      sentence={t($ => $.people.personasText)}
      addLabel={t($ => $.people.addPersona)}
      onAdd={add}
    >
      {personas.length === 0 ? (
        <Nothing title={t($ => $.people.noPersonas)} text={t($ => $.people.noPersonasText)} />
      ) : (
        <div className={styles.cards} data-part="personas" tabIndex={-1}>
          {personas.map(({ id }) => (
            <PersonaCard
              key={id}
              id={id}
              selected={selection.includes(id)}
              fresh={id === fresh}
              onDelete={remove}
            />
          ))}
        </div>
      )}
      {asking && <DeleteDialog id={asking} title={titleOf(asking)} onClose={() => setAsking(null)} />}
    </Page>
  )
}

const namedPersonas = (document: DocumentView) =>
  document.all('persona').map(({ id, title }) => ({ id, title }))
