import { ExportDialog } from '../features/export/ExportDialog'
import { HelpDialog } from '../features/help/HelpDialog'
import { ConflictsDialog } from '../features/merge/ConflictsDialog'
import { MergeScreen } from '../features/merge/MergeScreen'
import { Palette } from '../features/palette/Palette'
import { SettingsDialog } from '../features/settings/SettingsDialog'
import { ShareDialog } from '../features/share/ShareDialog'
import { Story } from '../features/story/Story'
import { TargetCompare } from '../features/versions/TargetCompare'
import { VersionsDialog } from '../features/versions/VersionsDialog'
import type { Overlay } from './overlay'

/** The window that lies over the page. */
export function Overlays({ overlay }: { overlay: Overlay }) {
  switch (overlay) {
    case 'conflicts':
      return <ConflictsDialog />
    case 'export':
      return <ExportDialog />
    case 'help':
      return <HelpDialog />
    case 'merge':
      return <MergeScreen />
    case 'palette':
      return <Palette />
    case 'settings':
      return <SettingsDialog />
    case 'story':
      return <Story />
    case 'share':
      return <ShareDialog />
    case 'target':
      return <TargetCompare />
    case 'versions':
      return <VersionsDialog />
  }
}
