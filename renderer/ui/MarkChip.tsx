import type { CSSProperties } from 'react'
import styles from './MarkChip.module.css'

/** A colour that never speaks alone: a code in letters, a pattern and a name say the same. */
export interface Marking {
  readonly code: string
  /** The name of a token without its dashes, e.g. 's1'. */
  readonly colour: string
  readonly pattern: 'solid' | 'striped' | 'dotted'
  readonly title: string
}

/** Lets what is inside draw with the colour as `--mark`. */
export const colouring = (colour: string) => ({ '--mark': `var(--${colour})` }) as CSSProperties

interface CodeProps extends Pick<Marking, 'code' | 'colour' | 'title'> {
  /** Standing back: the colour goes, the letters stay. */
  readonly dim?: boolean | undefined
}

/** A code on its colour; what it stands for shows on hover and is read aloud. */
export function MarkCode({ code, colour, title, dim = false }: CodeProps) {
  return (
    <abbr className={styles.code} style={colouring(colour)} data-dim={dim} title={title}>
      {code}
    </abbr>
  )
}

interface EdgeProps {
  /** One stripe for each, one below the other. */
  readonly marks: readonly Pick<Marking, 'colour' | 'pattern'>[]
  readonly dim?: boolean | undefined
  /** Says where it stands; its width is 4 px, its height that of its place. */
  readonly className?: string | undefined
}

/** A slim edge in colours and patterns; the codes beside it say the same in letters. */
export function MarkEdge({ marks, dim = false, className }: EdgeProps) {
  return (
    <span className={[styles.edge, className].filter(Boolean).join(' ')} data-dim={dim} aria-hidden>
      {marks.map(({ colour, pattern }, at) => (
        <i key={at} style={colouring(colour)} data-pattern={pattern} />
      ))}
    </span>
  )
}

/** A colour in a list of colours; its name stands beside it. */
export const Swatch = ({ colour }: Pick<Marking, 'colour'>) => (
  <i className={styles.swatch} style={colouring(colour)} />
)
