/** The plain families: records that are added, changed, moved among siblings and removed, with nothing special. */
import { looseCommands, recordCommands } from './records'

export const channelCommands = recordCommands('channel', null)
export const departmentCommands = recordCommands('department', null)
export const systemCommands = recordCommands('system', null)
export const segmentCommands = recordCommands('segment', null)
export const personaCommands = recordCommands('persona', null)
export const stageCommands = recordCommands('stage', 'journeyId')
export const stepCommands = recordCommands('step', 'stageId')
export const touchpointCommands = recordCommands('touchpoint', 'stepId')
export const laneCommands = recordCommands('lane', 'journeyId')
export const cardCommands = recordCommands('card', 'laneId')
export const painPointCommands = recordCommands('painPoint', null)
export const opportunityCommands = recordCommands('opportunity', null)
export const actionCommands = recordCommands('action', null)
export const metricCommands = recordCommands('metric', null)
export const evidenceCommands = looseCommands('evidence')
export const readingCommands = looseCommands('reading')
