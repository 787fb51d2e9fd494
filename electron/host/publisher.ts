/** When a document's file is brought up to date. */

/** Times in milliseconds. */
export interface PublishDelays {
  /** After the last edit. */
  readonly quiet: number
  /**
   * After the first edit the file does not hold; leaves time, within the promised 10 s, for the page to collect what is
   * typed and for a publish on a machine that is busy.
   */
  readonly longest: number
  /** After a publish that failed: the first wait; it doubles up to `retryLongest`. */
  readonly retry: number
  readonly retryLongest: number
  /** Between looks whether somebody else changed the file. */
  readonly watch: number
}

export const usualDelays: PublishDelays = {
  quiet: 2000,
  longest: 6000,
  retry: 2000,
  retryLongest: 60_000,
  watch: 2000,
}

/** Runs one publish at a time; edits and failures bring about the next one. */
export class Publisher {
  readonly #publish: () => Promise<boolean>
  readonly #delays: PublishDelays
  #quiet: NodeJS.Timeout | undefined
  #longest: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined
  #failures = 0
  #running: Promise<void> | undefined
  #stopped = false

  /** @param publish brings the file up to date; false when that failed and is to be tried again */
  constructor(publish: () => Promise<boolean>, delays: PublishDelays) {
    this.#publish = publish
    this.#delays = delays
  }

  /** Tells that the file is behind. While a failed publish waits to be tried again, edits do not hurry it. */
  edited() {
    if (this.#stopped || this.#retry) return
    clearTimeout(this.#quiet)
    this.#quiet = this.#after(this.#delays.quiet)
    this.#longest ??= this.#after(this.#delays.longest)
  }

  /** Publishes at once, after the one that is running. */
  async now(): Promise<void> {
    await this.#running
    await this.#run()
  }

  /** Resolves when no publish is running. */
  async idle(): Promise<void> {
    await this.#running
  }

  /** No further publish; one that is running comes to its end. */
  stop() {
    this.#stopped = true
    this.#clear()
  }

  #after(delay: number) {
    return setTimeout(() => void this.#run(), delay).unref()
  }

  #clear() {
    for (const timer of [this.#quiet, this.#longest, this.#retry]) clearTimeout(timer)
    this.#quiet = this.#longest = this.#retry = undefined
  }

  #run(): Promise<void> {
    this.#running ??= this.#once().finally(() => (this.#running = undefined))
    return this.#running
  }

  async #once() {
    this.#clear()
    const done = await this.#publish()
    this.#failures = done ? 0 : this.#failures + 1
    if (done || this.#stopped) return
    this.#clear()
    const { retry, retryLongest } = this.#delays
    this.#retry = this.#after(Math.min(retry * 2 ** (this.#failures - 1), retryLongest))
  }
}
