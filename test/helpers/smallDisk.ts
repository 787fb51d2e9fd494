/**
 * A disk so small that it can be filled: a tmpfs in a mount namespace of its own, which ends with the process that
 * holds it, so that nothing stays mounted. It needs no rights where unprivileged namespaces are allowed. Where they are
 * not, the system's limit on the size of files (`prlimit`) stands for it: there a file is full when it has as many bytes as
 * were to be left.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './folders'

export interface SmallDisk {
  /** Whether the disk itself says that it is full, or each file that it may not grow. */
  readonly kind: 'tmpfs' | 'limit'
  /** The folder as a process on the disk knows it. */
  readonly path: string
  /** The same folder from here. */
  readonly peek: string
  /** What a command has to begin with to run on the disk. */
  readonly through: readonly string[]
  /** Leaves this many bytes. @param pid of the process that is to notice */
  leave(bytes: number, pid: number): void
  /** Makes room again. */
  free(pid: number): void
  /** Turns it into a read-only medium, or back; missing where no disk of our own can be mounted. */
  readonly setReadOnly?: (readOnly: boolean) => void
  end(): void
}

/** @param megabytes of the whole disk */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = tempFolder()
  const options = `size=${megabytes}m,mode=0777`
  const script = `mount -t tmpfs -o ${options} tmpfs "$1" && echo up && exec sleep 100000`
  const isRoot = process.getuid?.() === 0
  const flags = isRoot ? ['--mount'] : ['--mount', '--user', '--map-root-user']
  const holder = spawn('unshare', [...flags, 'sh', '-c', script, 'sh', folder.path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (!(await isUp(holder))) return limited(folder)
  const peek = `/proc/${holder.pid}/root${folder.path}`
  const enter = ['--mount', ...(isRoot ? [] : ['--user', '--preserve-credentials'])]
  const ballast = join(peek, 'ballast')
  const through = ['nsenter', '--target', String(holder.pid), ...enter, '--']
  return {
    kind: 'tmpfs',
    path: folder.path,
    peek,
    through,
    setReadOnly(readOnly) {
      const [command, ...args] = [...through, 'mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder.path]
      const { status, stderr } = spawnSync(command!, args, { encoding: 'utf8' })
      if (status !== 0) throw new Error(`not remounted: ${stderr}`)
    },
    leave(bytes) {
      rmSync(ballast, { force: true })
      const { bavail, bsize } = statfsSync(peek)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)))
    },
    free: () => rmSync(ballast, { force: true }),
    end() {
      holder.kill()
      folder.remove()
    },
  }
}

const isUp = (holder: ChildProcess) =>
  new Promise<boolean>(done => {
    holder.stdout?.once('data', () => done(true))
    holder.once('error', () => done(false))
    holder.once('exit', () => done(false))
  })

function limited(folder: ReturnType<typeof tempFolder>): SmallDisk {
  const limit = (pid: number, soft: string) => {
    const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${soft}:`], {
      encoding: 'utf8',
    })
    // a process that has ended needs no room
    if (status !== 0 && !stderr.includes('No such process'))
      throw new Error(`no small disk can be had here: ${stderr}`)
  }
  return {
    kind: 'limit',
    path: folder.path,
    peek: folder.path,
    through: [],
    leave: (bytes, pid) => limit(pid, String(bytes)),
    free: pid => limit(pid, 'unlimited'),
    end: folder.remove,
  }
}
