import { KnownError } from '../../shared/ipc/contract'
import { asJson, type CliCommand } from './context'
import { guarded } from './documentFile'

/** Examines a file as opening it would, and says whether it is in order. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  args: ['FILE'],
  async run(context, [file = '']) {
    try {
      const { facts } = await guarded(context, file, opened => opened)
      if (context.json) context.print(asJson({ ok: true, ...facts }))
      else context.print(context.t($ => $.cli.verified, { revision: facts.revision, records: facts.records }))
      return 0
    } catch (error) {
      if (context.json && error instanceof KnownError) {
        const { code, params } = error
        context.print(asJson({ ok: false, code, params, message: context.words({ code, params }) }))
      }
      throw error
    }
  },
}
