/** Makes chosen system calls of a child process fail, with strace. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const errors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE'] as const
export type ErrorName = (typeof errors)[number]

/** All that a save and a publish ask of the system for their files. */
const calls = [
  'openat,read,pread64,write,pwrite64,ftruncate,fallocate,fsync,fdatasync,unlink,rename,copy_file_range,sendfile,ioctl',
  'chmod,fchmod,fchmodat,statx,newfstatat,fstat,lseek,fcntl,mmap',
].join(',')

export interface Failing {
  /** Which call, counted over all of them from 0. */
  readonly at: number
  readonly error: ErrorName
  /** Whether every call after it fails too. */
  readonly forEver: boolean
}

export interface Ran {
  /** Its lines on standard output. */
  readonly said: readonly string[]
  readonly status: number | null
  readonly stderr: string
  /** Names of the calls it made, in order. */
  readonly made: readonly string[]
}

/**
 * Runs a script whose calls on these files are watched.
 * @param paths the files; calls on others are let alone
 * @param trace a file to be written
 * @param failing what is to fail, with the calls of a run in which nothing failed
 */
export async function run(
  args: readonly string[],
  paths: readonly string[],
  trace: string,
  failing?: Failing & { readonly usual: readonly string[] },
): Promise<Ran> {
  const watched = paths.flatMap(path => ['-P', path])
  const injected = failing ? injections(failing).flatMap(rule => ['-e', rule]) : []
  const all = [
    '-f',
    '-qq',
    '-o',
    trace,
    '-e',
    `trace=${calls}`,
    ...injected,
    ...watched,
    process.execPath,
    ...args,
  ]
  const [status, stdout, stderr] = await new Promise<[number | null, string, string]>(done => {
    const child = execFile('strace', all, (_error, out, err) => done([child.exitCode, out, err]))
  })
  const made = [...readFileSync(trace, 'latin1').matchAll(/^\d+ +(\w+)\(/gm)].map(found => found[1]!)
  return { said: stdout.split('\n').filter(Boolean), status, stderr, made }
}

/** strace counts each kind of call on its own, from 1. */
function injections({
  at,
  error,
  forEver,
  usual,
}: Failing & { readonly usual: readonly string[] }): string[] {
  const before = (name: string) => usual.slice(0, at).filter(one => one === name).length
  const name = usual[at]!
  if (!forEver) return [`inject=${name}:error=${error}:when=${before(name) + 1}`]
  return [...new Set(usual)].map(one => `inject=${one}:error=${error}:when=${before(one) + 1}+`)
}
