import { NewTalk, Talks } from '../../app/comments/Talks'
import { talksAbout } from '../../../shared/queries'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import { Section } from './parts'

/** What people remarked on what is selected, and room to say more. */
export function CommentsSection({ id }: { id: string }) {
  const t = useText()
  const talks = useDocument(document => talksAbout(document, id))
  return (
    <Section title={t($ => $.comments.title)}>
      <Talks talks={talks} />
      <NewTalk targetId={id} />
    </Section>
  )
}
