import { LayoutDashboard, Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { open } from '../../app/store'
import { Segmented } from '../../ui/Segmented'
import { useLanguage, useText } from '../../ui/text'
import cards from './Cards.module.css'
import { useGrid } from './grid'
import styles from './Home.module.css'
import type { ShownTemplate } from './shown'
import { Thumbnail } from './Thumbnail'
import type { Once } from './useOnce'

interface Props {
  readonly entries: readonly ShownTemplate[]
  readonly searching: boolean
  readonly once: Once
}

/** Finished journeys and canvases to begin from, by industry. */
export function Templates({ entries, searching, once }: Props) {
  const t = useText()
  const language = useLanguage()
  const grid = useGrid()
  const [chosen, setChosen] = useState('')
  const industries = [...new Set(entries.map(({ industry }) => industry))]
  // an industry that is not in the list (other language, search) means all of them
  const industry = industries.includes(chosen) ? chosen : ''
  const shown = entries.filter(entry => industry === '' || entry.industry === industry)
  return (
    <section className={styles.section} aria-labelledby="home-templates">
      <div className={styles.head}>
        <h2 id="home-templates">{t($ => $.home.templates.title)}</h2>
        {!searching && (
          <Segmented
            look="chips"
            label={t($ => $.home.templates.industry)}
            value={industry}
            options={[
              { value: '', label: t($ => $.home.templates.all) },
              ...industries.map(one => ({ value: one, label: one })),
            ]}
            onChange={setChosen}
          />
        )}
        {language !== 'en' && (
          <span className={`${styles.quiet} ${styles.end} ${styles.edge}`}>
            {t($ => $.home.templates.inEnglish)}
          </span>
        )}
      </div>
      <ul className={`${styles.grid} ${cards.templates}`} {...grid.listeners}>
        {shown.map(({ key, kind, name, industry: its, touchpoints, notes, thumbnail }, at) => (
          <li key={key}>
            <button
              type="button"
              className={`${cards.open} ${cards.template}`}
              data-cell="template"
              tabIndex={grid.tabOf(at, shown.length)}
              onClick={() => once(() => open(bridge => bridge.call('document.create', { template: key })))}
            >
              <span className={cards.thumb}>
                <Thumbnail scene={thumbnail} />
              </span>
              <span className={cards.templateWords}>
                <span className={cards.industry}>{its}</span>
                <span className={cards.templateName}>{name}</span>
                <span className={cards.meta}>
                  {kind === 'bmc' ? (
                    <LayoutDashboard size={12} strokeWidth={1.75} aria-hidden />
                  ) : (
                    <MapIcon size={12} strokeWidth={1.75} aria-hidden />
                  )}
                  {kind === 'bmc'
                    ? t($ => $.home.count.notes, { count: notes })
                    : t($ => $.home.count.touchpoints, { count: touchpoints })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
