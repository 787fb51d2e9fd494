import { useState } from 'react'
import { channelCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import { ChannelRow } from './ChannelRow'
import styles from './Channels.module.css'
import { DeleteDialog, useDeleting } from './DeleteDialog'
import { Nothing, Page } from '../../document/Page'

/** The catalogue of channels, shared by all journeys and canvases of the document. */
export function ChannelsView() {
  const t = useText()
  const session = useSession()
  const { selection } = useView('selection')
  const rows = useDocument(channelRows)
  const [fresh, setFresh] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const remove = useDeleting(setAsking)

  const add = (after?: string) => {
    const made = session.dispatch(channelCommands.add, after ? { after } : {})
    if (!made) return
    setFresh(made.id)
    look({ selection: [made.id] })
  }
  const titleOf = (id: string) => rows.find(row => row.id === id)?.title || t($ => $.board.unnamed.any)
  return (
    <Page
      title={t($ => $.screens.channels)}
      sentence={t($ => $.people.channelsText)}
      addLabel={t($ => $.people.addChannel)}
      onAdd={() => add()}
    >
      {rows.length === 0 ? (
        <Nothing title={t($ => $.people.noChannels)} text={t($ => $.people.noChannelsText)} />
      ) : (
        <table className={styles.table} data-part="channels" tabIndex={-1}>
          <caption className="visually-hidden">{t($ => $.screens.channels)}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t($ => $.people.name)}
              </th>
              <th scope="col">{t($ => $.people.kind)}</th>
              <th scope="col">{t($ => $.people.owner)}</th>
              <th scope="col">{t($ => $.people.isDirect)}</th>
              <th scope="col">{t($ => $.people.mobile)}</th>
              <th scope="col">{t($ => $.people.keepsHistory)}</th>
              <th scope="col" className={styles.uses}>
                {t($ => $.people.touchpoints)}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t($ => $.terms.ui.delete)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, uses }) => (
              <ChannelRow
                key={id}
                id={id}
                uses={uses}
                selected={selection.includes(id)}
                fresh={id === fresh}
                onDelete={remove}
                onNext={() => add(id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {asking && <DeleteDialog id={asking} title={titleOf(asking)} onClose={() => setAsking(null)} />}
    </Page>
  )
}

const channelRows = (document: DocumentView) =>
  document.all('channel').map(({ id, title }) => ({
    id,
    title,
    uses: document.pointing('touchpoint', 'channelId', id).length,
  }))
