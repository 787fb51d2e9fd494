/** A small sign for each block of a canvas, beside its word. */
import {
  Archive,
  Banknote,
  Coins,
  Database,
  Gauge,
  Gem,
  Handshake,
  HeartHandshake,
  Lightbulb,
  ListChecks,
  Package,
  Route,
  TriangleAlert,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Block } from '../../../shared/model/note'

export const blockIcons: Readonly<Record<Block, LucideIcon>> = {
  keyPartners: Handshake,
  keyActivities: ListChecks,
  keyResources: Database,
  valuePropositions: Package,
  customerRelationships: HeartHandshake,
  channels: Route,
  customerSegments: Users,
  costStructure: Coins,
  revenueStreams: Banknote,
  problem: TriangleAlert,
  solution: Lightbulb,
  keyMetrics: Gauge,
  unfairAdvantage: Gem,
  parked: Archive,
}
