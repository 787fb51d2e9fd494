/**
 * Opening any file we did not just write. Nothing of it is trusted: the main file alone is copied to a private folder,
 * examined there by a process that can be killed, and what comes back is a file of our own making.
 */
import { constants } from 'node:fs'
import { access, copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Notice } from '../../../shared/ipc/contract'
import { headerBytes, maxFileBytes, readHeader } from './header'
import { guardReport, type GuardRequest, type Opened, type Verdict } from './protocol'
import { answerFor, isDamage, refusal } from './refuse'
import { guardEntry, spawnWithNode, type SpawnGuard } from './spawnGuard'

/** What the guard's process may use up before it is killed. */
export interface Limits {
  readonly milliseconds: number
  /** Resident memory in bytes. */
  readonly resident: number
}

const usualLimits: Limits = { milliseconds: 10_000, resident: 512 * 1024 * 1024 }

export interface GuardOptions {
  /** How to start the process; the running Node by default. */
  readonly spawn?: SpawnGuard
  /** Whether to gather what is readable of a damaged file. */
  readonly salvage?: boolean
  /** Where the private folder is made; the system's place for temporary files by default. */
  readonly temporary?: string
  readonly limits?: Partial<Limits>
}

/** A fresh file of ours with the received content, to be moved or copied from `path` before `discard`. */
export interface GuardedFile extends Opened {
  readonly path: string
}

export type GuardResult = (
  | ({ readonly ok: true } & GuardedFile)
  | {
      readonly ok: false
      /** An `errors.*` code. */
      readonly error: Notice
      /** What could be gathered of a damaged file, when that was asked for. */
      readonly salvaged: GuardedFile | null
    }
) & {
  /** Removes the private folder and what is left in it. */
  readonly discard: () => Promise<void>
}

/**
 * Examines a file and makes our own of it. The file itself and its folder are only read.
 * @param path of the file; links are followed
 * @returns the fresh file and what is known of it, or why not; it throws for nothing that a file can be
 */
export async function openForeign(path: string, options: GuardOptions = {}): Promise<GuardResult> {
  let folder: string | undefined
  const discard = async () => {
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await requireReadableFile(path, options.salvage ?? false)
    folder = await mkdtemp(join(options.temporary ?? tmpdir(), 'journeyboard-open-'))
    const request = {
      copy: join(folder, 'received'),
      fresh: join(folder, 'fresh.jboard'),
      salvage: options.salvage ?? false,
    }
    await copyWhole(path, request.copy)
    const verdict = await examined(request, options)
    const { fresh } = request
    if (verdict.ok) return { ...verdict, path: fresh, discard }
    if (!verdict.salvaged) await discard()
    return { ...verdict, salvaged: verdict.salvaged && { ...verdict.salvaged, path: fresh }, discard }
  } catch (thrown) {
    await discard()
    const { code, params } = answerFor(thrown)
    return { ok: false, error: { code, params }, salvaged: null, discard }
  }
}

/** Says at once what needs no process: no file, no permission, nothing in it, too big, no SQLite. */
async function requireReadableFile(path: string, salvage: boolean) {
  const { size } = await fileAt(path)
  await access(path, constants.R_OK)
  const file = await open(path, 'r')
  try {
    const start = Buffer.alloc(Math.min(headerBytes, size))
    const { bytesRead } = await file.read(start, 0, start.length, 0)
    readHeader(start.subarray(0, bytesRead), size)
  } catch (thrown) {
    const error = answerFor(thrown)
    // of damage the process decides, it may salvage; also where only the first page of whole pages is lost
    const isFirstPageLost = salvage && error.code === 'file.notADocument' && size % 4096 === 0
    if (!isDamage(error) && !isFirstPageLost) throw error
  } finally {
    await file.close()
  }
}

async function fileAt(path: string) {
  const found = await stat(path)
  if (found.isDirectory()) throw refusal('file.isFolder')
  // pipes and devices would never end
  if (!found.isFile()) throw refusal('file.notAFile')
  return found
}

/** Copies the main file alone; what lies beside it (-wal, -journal) is never honoured. */
async function copyWhole(from: string, to: string) {
  for (let attempt = 1; ; attempt++) {
    const before = await fileAt(from)
    if (before.size > maxFileBytes) throw refusal('file.tooBig', { megabytes: maxFileBytes / 1024 / 1024 })
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    const after = await fileAt(from)
    const still = before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino
    // replaced meanwhile, by a sync client for one: the copy may be half of each
    if (still || attempt === 3) return
  }
}

function examined(request: GuardRequest, options: GuardOptions): Promise<Verdict> {
  const limits = { ...usualLimits, ...options.limits }
  const child = (options.spawn ?? spawnWithNode)(guardEntry())
  return new Promise<Verdict>(resolve => {
    const refuse = (code: 'file.tookTooLong' | 'file.notChecked') =>
      resolve({ ok: false, error: { code, params: {} }, salvaged: null })
    // ended without a verdict: it crashed, or could not even be started
    let answer = () => refuse('file.notChecked')
    const timer = setTimeout(() => stop(() => refuse('file.tookTooLong')), limits.milliseconds)
    // answered only when the process is gone, so that nobody writes to the private folder any more
    const stop = (then: () => void) => {
      answer = then
      child.kill()
    }
    child.onExit(() => {
      clearTimeout(timer)
      answer()
    })
    child.onMessage(message => {
      const report = guardReport.safeParse(message)
      if (!report.success) stop(() => refuse('file.notChecked'))
      else if ('verdict' in report.data) {
        const { verdict } = report.data
        stop(() => resolve(verdict))
      } else if (report.data.resident > limits.resident) stop(() => refuse('file.tookTooLong'))
    })
    child.send(request)
  })
}
