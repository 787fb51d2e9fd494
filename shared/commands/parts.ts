/** The plain families: records that are added, changed, moved among siblings and removed, with nothing special. */
import { looseCommands, recordCommands } from './records'
import { removeNamed } from './selection'

export const departmentCommands = recordCommands('department', null)
export const systemCommands = recordCommands('system', null)
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
export const segmentDependencyCommands = looseCommands('segmentDependency')
export const quantityCommands = looseCommands('quantity')
export const loyaltyCommands = recordCommands('loyalty', null)
export const assetCommands = looseCommands('asset')
export const assumptionCommands = looseCommands('assumption')
export const segmentCommands = { ...recordCommands('segment', null), remove: removeNamed('segment') }
export const channelCommands = { ...recordCommands('channel', null), remove: removeNamed('channel') }
