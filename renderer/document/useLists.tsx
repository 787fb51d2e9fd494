import { channelCommands, departmentCommands, personaCommands, systemCommands } from '../../shared/commands'
import type { DocumentView } from '../../shared/document'
import type { RecordType } from '../../shared/model'
import { useDocument, useSession } from './hooks'

/** A record by its name, for lists to pick from. */
export interface Named {
  readonly id: string
  readonly label: string
}

const named =
  (type: RecordType & ('channel' | 'department' | 'system' | 'persona' | 'segment')) =>
  (document: DocumentView) =>
    document.all(type).map(({ id, title }): Named => ({ id, label: title }))

const channelsOf = named('channel')
const departmentsOf = named('department')
const systemsOf = named('system')
const personasOf = named('persona')
const segmentsOf = named('segment')

/** The document's catalogues, each with a way to add to it by name. */
export function useLists() {
  const session = useSession()
  return {
    channels: useDocument(channelsOf),
    departments: useDocument(departmentsOf),
    systems: useDocument(systemsOf),
    personas: useDocument(personasOf),
    segments: useDocument(segmentsOf),
    addChannel: (title: string) => session.dispatch(channelCommands.add, { title })?.id,
    addDepartment: (title: string) => session.dispatch(departmentCommands.add, { title })?.id,
    addSystem: (title: string) => session.dispatch(systemCommands.add, { title })?.id,
    addPersona: (title: string) => session.dispatch(personaCommands.add, { title })?.id,
  }
}
