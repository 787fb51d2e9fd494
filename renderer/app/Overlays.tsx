import { HelpDialog } from '../features/help/HelpDialog'
import { Palette } from '../features/palette/Palette'
import { SettingsDialog } from '../features/settings/SettingsDialog'
import { Story } from '../features/story/Story'
import { VersionsDialog } from '../features/versions/VersionsDialog'
import type { Overlay } from './overlay'

/** The window that lies over the page. */
export function Overlays({ overlay }: { overlay: Overlay }) {
  switch (overlay) {
    case 'help':
      return <HelpDialog />
    case 'palette':
      return <Palette />
    case 'settings':
      return <SettingsDialog />
    case 'story':
      return <Story />
    case 'versions':
      return <VersionsDialog />
  }
}
