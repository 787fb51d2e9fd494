import { DifferenceMark } from '../../ui/DifferenceMark'
import { useText } from '../../ui/text'

export const marks = ['added', 'removed', 'moved', 'changed'] as const
export type Mark = (typeof marks)[number]

/** What happened, as icon, colour and word. */
export function Marked({ mark }: { mark: Mark }) {
  const t = useText()
  return <DifferenceMark kind={mark} label={t($ => $.options.mark[mark])} />
}
