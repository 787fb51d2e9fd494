/** Copies of the document on screen, changed elsewhere and given back. */
import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root, tempFolder } from './folders'
import type { Serving } from './serve'

export interface Command {
  readonly command: string
  readonly args: object
}

/** A copy of the only document of a server, on which commands were run by the command line. */
export class ReceivedFile {
  readonly #folder = tempFolder()
  readonly path: string

  constructor(serving: Serving, name: string) {
    const file = readdirSync(serving.documents).find(one => one.endsWith('.jboard'))
    if (!file) throw new Error('there is no document yet')
    this.path = join(this.#folder.path, name)
    copyFileSync(join(serving.documents, file), this.path)
  }

  /** Records of one type, as the file has them. */
  records<R>(type: string): R[] {
    const dump = JSON.parse(this.#cli('dump', this.path)) as { records: { type: string }[] }
    return dump.records.filter(record => record.type === type) as R[]
  }

  apply(commands: readonly Command[]): void {
    const list = join(this.#folder.path, 'commands.json')
    writeFileSync(list, JSON.stringify(commands))
    this.#cli('apply', this.path, list)
  }

  /** Makes a part of it, with all that belongs to a journey, canvas or segment; returns the path of its file. */
  part(id: string, name: string): string {
    const path = join(this.#folder.path, name)
    this.#cli('share', this.path, '--part', id, '-o', path)
    return path
  }

  /** Lets the file fall onto the page. */
  async dropOn(page: Page): Promise<void> {
    const content = [readFileSync(this.path).toString('base64'), basename(this.path)] as const
    await page.evaluate(([base64, name]) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], name))
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      document.body.dispatchEvent(drop)
    }, content)
  }

  remove(): void {
    this.#folder.remove()
  }

  #cli(...args: readonly string[]): string {
    const env = { ...process.env, JOURNEYBOARD_DATA: join(this.#folder.path, 'data') }
    const cli = join(root, 'out/main/cli.js')
    return execFileSync(process.execPath, [cli, ...args, '--lang', 'en'], {
      encoding: 'utf8',
      env,
      maxBuffer: 1e9,
    })
  }
}
