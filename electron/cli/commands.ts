import { z } from 'zod'
import { commands } from '../../shared/commands'
import { freshArgs } from '../../shared/document'
import { asJson, type CliCommand } from './context'

/** Lists what `apply` understands; with --json each with the JSON Schema of its arguments. */
export const commandsCommand: CliCommand = {
  name: 'commands',
  args: [],
  run: ({ json, print }) => {
    const list = [...commands.values()].map(command => {
      const fresh = freshArgs(command)
      const schema = z.toJSONSchema(command.args, { io: 'input', unrepresentable: 'any' })
      // ids, the session and the time may be left out, they are made then
      const required = (schema.required ?? []).filter(name => !fresh.has(name))
      return { command: command.name, args: { ...schema, required } }
    })
    if (json) print(asJson(list))
    else for (const { command, args } of list) print(`${command}  ${namesOf(args)}`)
    return Promise.resolve(0)
  },
}

const namesOf = ({ properties = {}, required }: { properties?: object; required: readonly string[] }) =>
  Object.keys(properties)
    .map(name => (required.includes(name) ? name : `[${name}]`))
    .join(' ')
