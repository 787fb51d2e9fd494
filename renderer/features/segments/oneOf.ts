/** Whether a value is in a closed list, for those who choose words by it. */
export const oneOf = <V extends string>(list: readonly V[], value: string): value is V =>
  (list as readonly string[]).includes(value)
