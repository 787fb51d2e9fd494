import { goTo } from '../../app/store'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'

/** Says what to do where there is nothing to show. */
export function Nothing({ title, text }: { title: string; text: string }) {
  const t = useText()
  return (
    <div className={frame.empty}>
      <h3>{title}</h3>
      <p>{text}</p>
      <Button tone="primary" onClick={() => goTo('canvas')}>
        {t($ => $.links.toCanvas)}
      </Button>
    </div>
  )
}
