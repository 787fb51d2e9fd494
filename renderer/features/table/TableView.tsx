import { Table } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { everything, filterInventory, inventory, sortInventory } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useSession, useVersion } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { fold } from '../../ui/match'
import { useLanguage, useText } from '../../ui/text'
import { Grid } from './Grid'
import { stableOrder } from './stableOrder'
import styles from './Table.module.css'
import { changeTable, useTable } from './tableState'
import { Toolbar } from './Toolbar'
import { useNames } from './useNames'

/** The touchpoints of the journey, or of all journeys, as a table that is written like a spreadsheet (R3). */
export function TableView() {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const version = useVersion()
  const { journeyId, selection } = useView('journeyId', 'selection')
  const { scope, filter, sort } = useTable(session.handle)
  const names = useNames(scope)
  const [source] = useState(inventory)
  const [ordered] = useState(stableOrder)
  const search = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState('')

  const within = scope === 'journey' ? journeyId : null
  const wanted = useDeferredValue(filter)
  const all = useMemo(
    () =>
      version >= 0 && (within || scope === 'document') ? source(session.doc, within, filter.personaId) : [],
    [source, session, version, within, scope, filter.personaId],
  )
  const rows = useMemo(() => {
    const levels = names.levels.map(({ id }) => id)
    const key = JSON.stringify([wanted, sort, scope, journeyId, language])
    return ordered(all, key, found =>
      sortInventory(filterInventory(found, wanted, fold), sort, levels, language),
    )
  }, [ordered, all, wanted, sort, scope, journeyId, language, names.levels])

  const filtered = JSON.stringify(filter) !== JSON.stringify(everything)
  return (
    <div className={styles.view}>
      <Toolbar all={all} shown={rows.length} search={search} />
      {rows.length > 0 ? (
        <Grid
          key={`${journeyId} ${scope}`}
          rows={rows}
          names={names}
          sort={sort}
          onSort={next => changeTable(session.handle, { sort: next })}
          selection={selection}
          personaId={filter.personaId}
          onRefused={setRefusal}
          onLeave={() => search.current?.focus()}
        />
      ) : (
        <div className={styles.empty} data-part="table" tabIndex={-1}>
          <Table size={28} strokeWidth={1.5} aria-hidden />
          <p>{filtered && all.length > 0 ? t($ => $.table.noMatch) : t($ => $.table.empty)}</p>
          {filtered && all.length > 0 ? (
            <Button tone="primary" onClick={() => changeTable(session.handle, { filter: everything })}>
              {t($ => $.table.clearFilters)}
            </Button>
          ) : (
            <Button tone="primary" onClick={() => look({ screen: 'board' })}>
              {t($ => $.table.toBoard)}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={styles.refusal}>
        {refusal}
      </p>
    </div>
  )
}
