/** The well-known channels: kind, owner and icon (a lucide name). Names come from the glossary, `terms.channel.*`. */
import type { Channel } from '../../model'

type Known = readonly [kind: Channel['kind'], icon: string]

const known: Readonly<Record<string, Known>> = {
  website: ['digital', 'globe'],
  mobileApp: ['digital', 'smartphone'],
  email: ['digital', 'mail'],
  phone: ['digital', 'phone'],
  sms: ['digital', 'message-square-text'],
  liveChat: ['digital', 'message-circle'],
  chatbot: ['digital', 'bot'],
  selfServicePortal: ['digital', 'layout-dashboard'],
  socialMedia: ['digital', 'share-2'],
  community: ['thirdParty', 'users'],
  advertising: ['digital', 'megaphone'],
  search: ['thirdParty', 'search'],
  priceComparison: ['thirdParty', 'scale'],
  reviewSite: ['thirdParty', 'star'],
  wordOfMouth: ['thirdParty', 'messages-square'],
  store: ['inPerson', 'store'],
  branch: ['inPerson', 'landmark'],
  onSiteStaff: ['inPerson', 'user-round'],
  salesRep: ['inPerson', 'briefcase'],
  fieldService: ['inPerson', 'wrench'],
  parcel: ['thirdParty', 'package'],
  packaging: ['inPerson', 'package-open'],
  product: ['inPerson', 'box'],
  document: ['digital', 'file-text'],
  event: ['inPerson', 'calendar-days'],
  videoCall: ['digital', 'video'],
}

/** Keys of the channels the app knows by name, in the glossary's order. */
export const knownChannels: readonly string[] = Object.keys(known)

/** What is known of a channel by its key; a foreign key is a digital channel without a sign of its own. */
export function channelTraits(key: string): Pick<Channel, 'kind' | 'icon' | 'owner' | 'direct'> {
  const [kind, icon] = (Object.hasOwn(known, key) ? known[key] : undefined) ?? ['digital', 'circle']
  const own = kind !== 'thirdParty'
  return { kind, icon, owner: own ? 'own' : 'partner', direct: own }
}
