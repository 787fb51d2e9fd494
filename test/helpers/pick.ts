/** Stands for the id of some record of these types, until there is a document to choose from. */
export class Pick {
  readonly of: readonly string[]
  readonly index: number
  readonly nullable: boolean
  constructor(of: readonly string[], index: number, nullable = false) {
    this.of = of
    this.index = index
    this.nullable = nullable
  }
}

/** Said when a reference is needed and there is nothing to point to. */
export const nowhere = Symbol('nowhere')
