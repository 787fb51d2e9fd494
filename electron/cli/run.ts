/**
 * The command line. Results go to stdout, messages to stderr; the exit code is 0 when done, 1 for findings, 2 for bad
 * usage or a bad file.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { version } from '../../package.json'
import { nearestLanguage, textsIn, wordsOf, type T } from '../../shared/i18n'
import { KnownError, languages, type Language } from '../../shared/ipc/contract'
import { dataFolder } from '../folders'
import { spawnWithNode, type SpawnGuard } from '../host/guard/spawnGuard'
import { noticeOf } from '../host/noticeOf'
import { logIn } from '../log'
import { applyCommand } from './apply'
import { checkCommand } from './check'
import { commandsCommand } from './commands'
import type { CliCommand, CliContext } from './context'
import { diffCommand } from './diff'
import { dumpCommand } from './dump'
import { exportCommand } from './export'
import { figuresCommand } from './figures'
import { importCommand } from './import'
import { loadCommand } from './load'
import { mergeCommand } from './merge'
import { newCommand } from './new'
import { serveCommand } from './serve'
import { shareCommand } from './share'
import { verifyCommand } from './verify'
import { versionsCommand } from './versions'

const cliCommands: readonly CliCommand[] = [
  commandsCommand,
  newCommand,
  importCommand,
  figuresCommand,
  checkCommand,
  dumpCommand,
  exportCommand,
  diffCommand,
  mergeCommand,
  loadCommand,
  applyCommand,
  verifyCommand,
  versionsCommand,
  shareCommand,
  serveCommand,
]

export interface CliSurroundings {
  /** How the process that examines files is started; with the running Node by default. */
  readonly spawnGuard?: SpawnGuard
  readonly out?: (text: string) => void
  readonly err?: (text: string) => void
}

/** Runs one command line; returns the exit code and throws nothing. */
export async function runCli(
  argv: readonly string[],
  surroundings: CliSurroundings = {},
): Promise<0 | 1 | 2> {
  const {
    spawnGuard = spawnWithNode,
    out = text => void process.stdout.write(text),
    err = text => void process.stderr.write(text),
  } = surroundings
  const data = dataFolder()
  const wanted = languageIn(argv)
  const { t } = await textsIn(wanted ?? systemLanguage())
  const words: CliContext['words'] = notice => wordsOf(t, notice)
  try {
    if (wanted === null) throw new KnownError('cli.unknownLanguage', { known: languages.join(', ') })
    const [name, ...rest] = argv
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      out(`${helpFor(t)}\n`)
      return name === undefined ? 2 : 0
    }
    const command = cliCommands.find(one => one.name === name)
    if (!command) throw new KnownError('cli.noSuchCommand', { command: name })
    const { positionals, options, json, help } = parsed(command, rest)
    if (help) {
      out(`${usageOf(command)}\n${t($ => $.cli.commands[command.name as 'new'])}\n`)
      return 0
    }
    const context: CliContext = {
      t,
      words,
      json,
      language: wanted ?? systemLanguage(),
      print: line => out(`${line}\n`),
      tell: line => err(`${line}\n`),
      dataFolder: data,
      version,
      spawnGuard,
    }
    return await command.run(context, positionals, options)
  } catch (error) {
    err(`${words(noticeOf(error, logIn(data)))}\n`)
    return 2
  }
}

/** --lang among the arguments; undefined when it is not there, null when we do not speak it. */
function languageIn(argv: readonly string[]): Language | null | undefined {
  const at = argv.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0) return undefined
  const given = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return languages.find(language => language === given) ?? null
}

function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const set = [LC_ALL, LC_MESSAGES, LANG].find(Boolean)
  return nearestLanguage([...(set ? [set] : []), Intl.DateTimeFormat().resolvedOptions().locale])
}

/** Takes a command's arguments apart. Throws KnownError cli.usage. */
function parsed(command: CliCommand, args: readonly string[]) {
  const own = Object.entries(command.options ?? {}).map(([name, { takes, short }]) => [
    name,
    { type: takes ? 'string' : 'boolean', ...(short ? { short } : {}) },
  ])
  const config = {
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string' },
      ...(Object.fromEntries(own) as ParseArgsConfig['options']),
    },
  } as const satisfies ParseArgsConfig
  const usage = new KnownError('cli.usage', { usage: usageOf(command) })
  let result: { positionals: string[]; values: Record<string, unknown> }
  try {
    result = parseArgs(config)
  } catch {
    throw usage
  }
  const { positionals, values } = result
  const { json, help, lang: _, ...options } = values
  const least = command.args.filter(arg => !arg.startsWith('[')).length
  if (!help && (positionals.length < least || positionals.length > command.args.length)) throw usage
  return {
    positionals,
    json: json === true,
    help: help === true,
    options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)])),
  }
}

function usageOf({ name, args, options = {} }: CliCommand): string {
  const own = Object.entries(options).map(([option, { takes, short, mayMiss = !short }]) => {
    const text = [short ? `-${short}` : `--${option}`, takes].filter(Boolean).join(' ')
    return mayMiss ? `[${text}]` : text
  })
  return ['journeyboard', name, ...args, ...own].join(' ')
}

function helpFor(t: T): string {
  const width = Math.max(...cliCommands.map(command => usageOf(command).length))
  return [
    t($ => $.cli.usage),
    '',
    ...cliCommands.map(
      command => `  ${usageOf(command).padEnd(width)}  ${t($ => $.cli.commands[command.name as 'new'])}`,
    ),
    '',
    `  --json       ${t($ => $.cli.options.json)}`,
    `  --lang L     ${t($ => $.cli.options.lang)}`,
    `  --help       ${t($ => $.cli.options.help)}`,
    '',
    t($ => $.cli.exitCodes),
  ].join('\n')
}
