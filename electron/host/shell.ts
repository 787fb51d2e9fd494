/** What the host needs of the shell it runs in; what a shell cannot do it leaves out. */
export interface Shell {
  /** Whether native dialogs exist; where not, the page sends bytes and downloads. */
  readonly dialogs: boolean
  /** Asks the person for a file to open. Null when they chose none. */
  readonly pickOpen?: () => Promise<string | null>
  /** Asks for a place to save at, beginning with this path; the person has agreed to replace what is there. */
  readonly pickSave?: (suggested: string) => Promise<string | null>
  /** Opens an address in the person's browser or mail program; it has passed the gate. */
  readonly openExternal?: (url: string) => Promise<void>
  /** Shows a file in the system's file manager. */
  readonly showFile?: (path: string) => Promise<void>
}

/** Where there is no desktop: the command line and tests. */
export const noShell: Shell = { dialogs: false }
