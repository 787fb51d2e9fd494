import {
  useLayoutEffect,
  useRef,
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  type SyntheticEvent,
} from 'react'
import { useFieldsReadOnly, useNaming } from './Field'
import styles from './TextField.module.css'

type Element = HTMLInputElement | HTMLTextAreaElement

export interface TextProps {
  readonly value: string
  /**
   * Called with every key press.
   * @param typing the same for all key presses between entering and leaving the field: they are one undo step
   */
  readonly onChange: (value: string, typing: string) => void
  /** Where no row names the field. */
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  /** 'well' lies in a hollow, 'plain' shows its edge only when pointed at. */
  readonly look?: 'well' | 'plain' | undefined
  readonly className?: string | undefined
  /** Longest text, in UTF-16 units. */
  readonly max?: number | undefined
  /**
   * Takes the cursor as soon as it appears, for what somebody has just asked for: behind the text, or with all of it
   * chosen.
   */
  readonly focusNow?: 'all' | 'end' | boolean | undefined
  readonly onKeyDown?: ((event: KeyboardEvent<Element>) => void) | undefined
  readonly onBlur?: (() => void) | undefined
  readonly ref?: Ref<Element> | undefined
}

let visits = 0

/** A text of one line. */
export function TextField({ ref, max = 500, ...props }: TextProps) {
  const { field, shared } = useTyping(props)
  return <input {...shared} ref={both(field, ref)} maxLength={max} spellCheck={false} />
}

/** A text of several lines, as tall as the text is. */
export function TextArea({ ref, max = 20_000, ...props }: TextProps) {
  const { field, shared } = useTyping(props)
  return <textarea {...shared} ref={both(field, ref)} maxLength={max} rows={1} data-lines />
}

/** A name that may need several lines but has no line breaks of its own. */
export function TitleField({ ref, max = 500, onChange, onKeyDown, ...props }: TextProps) {
  const { field, shared } = useTyping({
    ...props,
    onChange: (value, visit) => onChange(value.replace(/\s*\n\s*/g, ' '), visit),
    onKeyDown: event => {
      onKeyDown?.(event)
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
    },
  })
  return (
    <textarea {...shared} ref={both(field, ref)} maxLength={max} rows={1} data-lines spellCheck={false} />
  )
}

/** What every text field does: one name for a visit's typing, and a caret that stays where it is. */
function useTyping(props: TextProps) {
  const { value, onChange, look = 'well', focusNow = false } = props
  const naming = useNaming(props.label)
  const readOnly = useFieldsReadOnly()
  const field = useRef<Element>(null)
  const visit = useRef('')
  const written = useRef(value)
  const caret = useRef<readonly [number, number]>([0, 0])

  // undo, or somebody else, changed the text under the caret
  useLayoutEffect(() => {
    const element = field.current
    const [start, end] = caret.current
    if (element && element === document.activeElement && value !== written.current) {
      element.setSelectionRange(Math.min(start, value.length), Math.min(end, value.length))
    }
    written.current = value
  }, [value])
  useLayoutEffect(() => {
    if (!focusNow || !field.current) return
    field.current.focus()
    if (focusNow === 'all') field.current.select()
    else field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [focusNow])

  const shared = {
    ...naming,
    className: [styles.text, styles[look], props.className].filter(Boolean).join(' '),
    value,
    readOnly,
    placeholder: readOnly ? undefined : props.placeholder,
    autoComplete: 'off',
    onKeyDown: props.onKeyDown,
    onBlur: props.onBlur,
    onFocus: () => {
      visit.current = `typing:${++visits}`
    },
    onSelect: (event: SyntheticEvent<Element>) => {
      const { selectionStart, selectionEnd } = event.currentTarget
      caret.current = [selectionStart ?? 0, selectionEnd ?? 0]
    },
    onChange: (event: ChangeEvent<Element>) => {
      written.current = event.target.value
      onChange(event.target.value, visit.current)
    },
  }
  return { field, shared }
}

const both =
  (own: { current: Element | null }, given: Ref<Element> | undefined) => (element: Element | null) => {
    own.current = element
    if (typeof given === 'function') given(element)
    else if (given) given.current = element
  }
