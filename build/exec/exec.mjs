#!/usr/bin/env node
// What the shell's `exec` is elsewhere, for Windows. The npm scripts say `exec node …` so that no shell stands between
// npm and the app: Debian's keeps a Ctrl-C (SIGINT) sent to npm for itself, and the app would stay behind.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [node, , , script = '', ...args] = process.argv
process.argv = [node ?? '', resolve(script), ...args]
await import(pathToFileURL(resolve(script)).href)
