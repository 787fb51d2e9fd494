import { HeartHandshake } from 'lucide-react'
import { goTo } from '../../app/store'
import { useRecord } from '../../document/hooks'
import { SegmentsPicker } from '../../document/pickers'
import { useWrite } from '../../document/writing'
import { Button } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { Field } from '../../ui/Field'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { EvidenceSection } from './EvidenceSection'
import styles from './Inspector.module.css'
import { Head, NoteFold, Remover, Section, Title } from './parts'

/** A way to keep customers, in short; how it is earned and what it does stands among the segments. */
export function LoyaltyPanel({ id }: { id: string }) {
  const t = useText()
  const loyalty = useRecord('loyalty', id)
  const write = useWrite('loyalty', id)
  if (!loyalty) return null
  return (
    <>
      <Head
        icon={HeartHandshake}
        kind={t($ => $.terms.loyalty.programme)}
        title={
          <Title
            label={t($ => $.noteInspector.titleOfLoyalty)}
            placeholder={t($ => $.board.unnamed.any)}
            value={loyalty.title}
            onChange={(title, typing) => write({ title }, typing)}
          />
        }
      >
        <Remover ids={[id]} label={t($ => $.noteInspector.deleteLoyalty)} />
      </Head>
      <Section>
        <Field label={t($ => $.noteInspector.reward)}>
          <Choices
            look="words"
            clearable={false}
            value={loyalty.reward}
            options={(['financial', 'nonFinancial'] as const).map(value => ({
              value,
              label: t($ => $.noteInspector.rewards[value]),
            }))}
            onChange={reward => reward && write({ reward })}
          />
        </Field>
        <Field tall field="segmentIds" label={t($ => $.noteInspector.for)}>
          <SegmentsPicker value={loyalty.segmentIds} onChange={segmentIds => write({ segmentIds })} />
        </Field>
        <Field tall field="earn" label={t($ => $.noteInspector.earn)}>
          <TextArea value={loyalty.earn} onChange={(earn, typing) => write({ earn }, typing)} />
        </Field>
        <Field tall field="burn" label={t($ => $.noteInspector.burn)}>
          <TextArea value={loyalty.burn} onChange={(burn, typing) => write({ burn }, typing)} />
        </Field>
        <Button
          tone="link"
          className={styles.adder}
          onClick={() => goTo('segments', { selection: [id], inspector: true })}
        >
          {t($ => $.noteInspector.openSegments)}
        </Button>
      </Section>
      <EvidenceSection targetId={id} />
      <NoteFold note={loyalty.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}
