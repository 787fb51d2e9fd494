/** Records every change a child process makes to files below a folder, in order, with strace. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A change to a file or folder, or a line the child wrote for us. Paths are absolute. */
export type Event =
  | { readonly kind: 'create' | 'unlink' | 'sync'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | {
      readonly kind: 'copy'
      readonly from: string
      readonly path: string
      readonly at: number
      readonly fromAt: number
      readonly length: number
    }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'said'; readonly line: string }

const traced = [
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync',
  'unlink,unlinkat,rename,renameat,renameat2,copy_file_range,sendfile,ioctl,link,linkat,mkdir,lseek',
].join(',')

/** Whether this machine can record; strace is a package of every Linux distribution. */
export const canRecord = () =>
  process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

/**
 * Runs a script under strace.
 * @param folder only what happens below it is reported
 */
export function record(
  script: string,
  folder: string,
  args: readonly string[],
  traceFolder: string,
): Event[] {
  const output = join(traceFolder, 'trace')
  const run = spawnSync(
    'strace',
    [
      '-ff',
      '-y',
      '-xx',
      '-s',
      '1000000',
      '-o',
      output,
      '-e',
      `trace=${traced}`,
      process.execPath,
      script,
      folder,
      ...args,
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (run.status !== 0) throw new Error(`the recorded child failed: ${run.stderr}`)
  // one file a thread; everything of ours happens on the main one, whose number is the lowest
  const [main] = readdirSync(traceFolder).sort((a, b) => threadOf(a) - threadOf(b))
  return eventsOf(readFileSync(join(traceFolder, main!), 'latin1').split('\n'), folder)
}

const threadOf = (name: string) => Number(name.split('.').at(-1))

const unhex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')

/** Reads strace's lines. Throws for a change of a file that it does not understand. */
function eventsOf(lines: readonly string[], folder: string): Event[] {
  const events: Event[] = []
  /** Where each open file stands, for writes without a position. */
  const places = new Map<number, number>()
  const inside = (path: string) => path.startsWith(`${folder}/`) && !path.endsWith('-shm')
  for (const line of lines) {
    const match = /^(\w+)\((.*)\) += (-?\d+)/.exec(line)
    if (!match || Number(match[3]) < 0) continue
    const [, call, args, answer] = match as unknown as [string, string, string, string]
    const result = Number(answer)
    const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(found => unhex(found[1]!))
    const files = [...args.matchAll(/(\d+)<((?:\\x[0-9a-f]{2})*)>/g)].map(found => ({
      number: Number(found[1]),
      path: unhex(found[2]!).toString(),
    }))
    const path = files[0]?.path ?? ''
    const last = Number(args.split(', ').at(-1))
    switch (call) {
      case 'openat': {
        const opened = texts[0]!.toString()
        places.set(result, 0)
        if (!inside(opened)) break
        if (args.includes('O_CREAT')) events.push({ kind: 'create', path: opened })
        if (args.includes('O_TRUNC')) events.push({ kind: 'truncate', path: opened, length: 0 })
        break
      }
      case 'pwrite64':
        if (inside(path)) events.push({ kind: 'write', path, at: last, bytes: texts[0]! })
        break
      case 'write': {
        const { number } = files[0]!
        if (number === 1) events.push({ kind: 'said', line: texts[0]!.toString().trim() })
        const at = places.get(number) ?? 0
        if (inside(path)) events.push({ kind: 'write', path, at, bytes: texts[0]!.subarray(0, result) })
        places.set(number, at + result)
        break
      }
      case 'lseek':
        if (files[0]) places.set(files[0].number, result)
        break
      case 'ftruncate':
        if (inside(path)) events.push({ kind: 'truncate', path, length: last })
        break
      case 'fsync':
      case 'fdatasync':
        if (inside(`${path}/`) || inside(path)) events.push({ kind: 'sync', path })
        break
      case 'unlink':
        if (inside(texts[0]!.toString())) events.push({ kind: 'unlink', path: texts[0]!.toString() })
        break
      case 'rename':
        events.push({ kind: 'rename', path: texts[0]!.toString(), to: texts[1]!.toString() })
        break
      case 'copy_file_range': {
        const [from, to] = files
        const fromAt = Number(/\[(\d+)\]/.exec(args)?.[1] ?? places.get(from!.number) ?? 0)
        const at = places.get(to!.number) ?? 0
        if (inside(to!.path)) {
          events.push({ kind: 'copy', from: from!.path, path: to!.path, fromAt, at, length: result })
        }
        places.set(to!.number, at + result)
        break
      }
      case 'ioctl':
        // a whole copy that shares the blocks of the original, on file systems that can
        if (args.includes('FICLONE') && inside(path)) {
          const length = Number.MAX_SAFE_INTEGER
          events.push({ kind: 'copy', from: files[1]!.path, path, fromAt: 0, at: 0, length })
        }
        break
      case 'mkdir':
        break
      default:
        if ([...texts.map(String), ...files.map(file => file.path)].some(inside))
          throw new Error(`not understood: ${line.slice(0, 300)}`)
    }
  }
  return events
}
