import './ui/tokens.css'
import './ui/base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import { nearestLanguage, textsIn, wordsOf } from '../shared/i18n'
import { KnownError } from '../shared/ipc/contract'
import { connect } from './api/bridge'
import { App } from './app/App'
import { start, useApp } from './app/store'
import { TextProvider } from './ui/text'

// the content security policy forbids making code from strings
z.config({ jitless: true })

const root = createRoot(document.getElementById('root') as HTMLElement)

try {
  await start(await connect())
  const texts = await textsIn(useApp.getState().settings.language)
  root.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <I18nextProvider i18n={texts}>
          <TextProvider texts={texts}>
            <App texts={texts} />
          </TextProvider>
        </I18nextProvider>
      </CSPProvider>
    </StrictMode>,
  )
} catch (error) {
  const texts = await textsIn(nearestLanguage(navigator.languages))
  const notice =
    error instanceof KnownError
      ? { code: error.code, params: { ...error.params } }
      : { code: 'unknown', params: {} }
  root.render(<p role="alert">{wordsOf(texts.t, notice)}</p>)
}
