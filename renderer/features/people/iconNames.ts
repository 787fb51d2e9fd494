/** What each icon a channel can have stands for, in the glossary's words. */
import type { T } from '../../../shared/i18n'
import type { channelIcons } from '../../../shared/layout/icons'

export type ChannelIcon = (typeof channelIcons)[number]

export const iconNames = (t: T): Record<ChannelIcon, string> => ({
  store: t($ => $.terms.channel.store),
  phone: t($ => $.terms.channel.phone),
  bot: t($ => $.terms.channel.chatbot),
  globe: t($ => $.terms.channel.website),
  mail: t($ => $.terms.channel.email),
  smartphone: t($ => $.terms.channel.mobileApp),
  package: t($ => $.terms.channel.parcel),
  'package-open': t($ => $.terms.channel.packaging),
  box: t($ => $.terms.channel.product),
  'user-round': t($ => $.terms.channel.onSiteStaff),
  users: t($ => $.terms.channel.community),
  'message-square-text': t($ => $.terms.channel.sms),
  'messages-square': t($ => $.terms.channel.wordOfMouth),
  'message-circle': t($ => $.terms.channel.liveChat),
  search: t($ => $.terms.channel.search),
  star: t($ => $.terms.channel.reviewSite),
  megaphone: t($ => $.terms.channel.advertising),
  scale: t($ => $.terms.channel.priceComparison),
  landmark: t($ => $.terms.channel.branch),
  truck: t($ => $.people.icons.truck),
  'file-text': t($ => $.terms.channel.document),
  'calendar-days': t($ => $.terms.channel.event),
  video: t($ => $.terms.channel.videoCall),
  wrench: t($ => $.terms.channel.fieldService),
  'layout-dashboard': t($ => $.terms.channel.selfServicePortal),
  'share-2': t($ => $.terms.channel.socialMedia),
  briefcase: t($ => $.terms.channel.salesRep),
  headset: t($ => $.terms.cx.customerService),
  circle: t($ => $.people.icons.circle),
})
