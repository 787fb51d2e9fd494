import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { useText } from '../ui/text'
import styles from './Mishap.module.css'
import { useApp } from './store'

interface Props {
  readonly children: ReactNode
}

/** Catches what goes wrong while a screen is drawn: says that nothing is lost and offers a fresh start. */
export class Mishap extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    const message = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4000)
    void useApp
      .getState()
      .bridge.call('log.report', { message })
      .catch(() => {})
  }

  override render() {
    return this.state.failed ? <Sorry /> : this.props.children
  }
}

function Sorry() {
  const t = useText()
  return (
    <div role="alert" className={styles.sorry}>
      <h1>{t($ => $.mishap.title)}</h1>
      <p>{t($ => $.mishap.text)}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {t($ => $.mishap.again)}
      </Button>
    </div>
  )
}
