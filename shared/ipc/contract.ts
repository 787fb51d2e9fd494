/**
 * Every call the page can make and every event it can hear. Preload, handlers, page and tests are typed from here.
 * The page holds opaque handles; paths stay with the host. Failures are data: a code with parameters, worded in five
 * languages under `errors.*`.
 */
import { z } from 'zod'
import { pictureHash, pictureMime } from '../model/asset'
import { anyId, moment } from '../model/field'
import { pictureWish } from './pictureWish'

export { pictureWish, type PictureWish } from './pictureWish'

/** An open document, as the page knows it; dies with closing. */
export const documentHandle = z.string().regex(/^doc-[A-Za-z0-9]{8,40}$/)
/** An entry of the recent list. */
export const recentHandle = z.string().regex(/^recent-[A-Za-z0-9]{8,40}$/)
/** A received file that waits to be merged. */
export const planHandle = z.string().regex(/^plan-[A-Za-z0-9]{8,40}$/)
/** An earlier version of a document. */
export const versionHandle = z.string().regex(/^version-[A-Za-z0-9]{8,40}$/)

export const languages = ['en', 'sk', 'cs', 'pl', 'sl'] as const
export type Language = (typeof languages)[number]

/** A message with parameters, worded by the reader's side. */
export const notice = z.object({
  code: z.string().max(80),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Notice = z.infer<typeof notice>

/** What stands against each other in a field that two people wrote without knowing of each other. */
const sides = z.object({
  /** Who wrote the value that is shown; '' where nobody knows. */
  author: z.string().max(200),
  /** The other values; without `value` the field was taken away. */
  others: z
    .array(z.object({ value: z.unknown().optional(), author: z.string().max(200), at: z.string().max(40) }))
    .max(1000),
})

const rawRecord = z.looseObject({ id: z.string().max(120), type: z.string().max(60) })

export const patchSchema = z.object({
  added: z.array(rawRecord).max(200_000),
  updated: z
    .array(
      z.object({
        id: z.string().max(120),
        field: z.string().max(80),
        from: z.unknown().optional(),
        to: z.unknown().optional(),
      }),
    )
    .max(2_000_000),
  removed: z.array(rawRecord).max(200_000),
  conflicts: z
    .array(
      z.object({
        id: z.string().max(120),
        field: z.string().max(80),
        from: sides.optional(),
        to: sides.optional(),
      }),
    )
    .max(200_000)
    .optional(),
})

/** One change on its way to disk. Changes of one `step` are one undo step. */
export const changeSchema = z.object({
  step: z.string().max(60),
  command: z.string().max(80),
  of: z.string().max(60).optional(),
  patch: patchSchema,
})

/** What the title bar says about the file behind the working copy. */
export const fileState = z.object({
  /** Last revision committed to the working copy. */
  saved: z.number().int(),
  /** Last revision in the user's file; null before the first publish. */
  published: z.number().int().nullable(),
  place: z.enum(['ok', 'unreachable', 'readOnly', 'changedElsewhere', 'none']),
})
export type FileState = z.infer<typeof fileState>

/** Whether a value can be kept as JSON of at most a million characters; cycles and bottomless lists cannot. */
function isShortJson(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= 1_000_000
  } catch {
    return false
  }
}

/** What the page remembers of a document for the next start: view, selection, zoom. Its own business, kept as JSON. */
export const pageView = z.record(z.string().max(40), z.unknown()).refine(isShortJson)
export type PageView = z.infer<typeof pageView>

/** A field that two people wrote without knowing of each other; open until somebody writes it again. */
export const conflict = z.object({ id: z.string(), field: z.string(), ...sides.shape })

/** What is chosen in a merge: see MergeWish in shared/document/merge. */
export const mergeWish = z.object({
  records: z.array(z.object({ id: z.string().max(120), take: z.enum(['mine', 'theirs']) })).max(200_000),
  fields: z
    .array(z.object({ id: z.string().max(120), field: z.string().max(80), value: z.unknown().optional() }))
    .max(200_000),
})

export const openDocument = z.object({
  handle: documentHandle,
  documentId: z.string(),
  /** Whether it is a part of the document of this id. */
  isPart: z.boolean(),
  fileName: z.string(),
  /** Why the document cannot be changed, as an `errors.*` code; null when it can. */
  readOnly: z.string().nullable(),
  /** All records as one JSON array in a string: 10,000 cross the border three times faster so. */
  records: z.string(),
  revision: z.number().int(),
  /** Undo and redo steps, oldest first, as one JSON string of History. */
  history: z.string(),
  /** This editing session. */
  actor: z.string(),
  view: pageView.nullable(),
  state: fileState,
  conflicts: z.array(conflict),
  /** The document this is another copy of, when it is opened for the first time and that one is not open; told once. */
  copyOf: z.object({ recent: recentHandle, title: z.string() }).nullable(),
  /** What is to be told once, e.g. how much was salvaged. */
  notices: z.array(notice),
})
export type OpenDocument = z.infer<typeof openDocument>

export const settings = z.object({
  language: z.enum(languages),
  theme: z.enum(['system', 'light', 'dark']),
  author: z.string().max(120),
  /** Hints the person has closed. */
  closedHints: z.array(z.string().max(60)).max(100),
})
export type Settings = z.infer<typeof settings>

export const recentEntry = z.object({
  handle: recentHandle,
  title: z.string(),
  fileName: z.string(),
  /** Folder name for people to recognise; not a path to be used. */
  folder: z.string(),
  openedAt: moment(),
  pinned: z.boolean(),
  missing: z.boolean(),
  conflicts: z.number().int(),
  counts: z.object({
    journeys: z.number().int(),
    touchpoints: z.number().int(),
    canvases: z.number().int(),
    notes: z.number().int(),
  }),
  /** A Scene (shared/layout) as JSON, or null. */
  thumbnail: z.string().nullable(),
})
export type RecentEntry = z.infer<typeof recentEntry>

export const templateEntry = z.object({
  key: z.string(),
  kind: z.enum(['journey', 'bmc']),
  title: z.string(),
  industry: z.string(),
  touchpoints: z.number().int(),
  notes: z.number().int(),
  thumbnail: z.string().nullable(),
})
export type TemplateEntry = z.infer<typeof templateEntry>

export const versionEntry = z.object({
  handle: versionHandle,
  at: moment(),
  revision: z.number().int(),
  bytes: z.number().int(),
  /** What somebody called it; null for one that was kept by itself. */
  name: z.string().nullable(),
})
export type VersionEntry = z.infer<typeof versionEntry>

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const nothing = z.object({})
const one = z.object({ document: documentHandle })

export const calls = {
  'app.start': call(
    nothing,
    z.object({
      settings,
      version: z.string(),
      platform: z.string(),
      /** Whether native dialogs exist; where not, the page sends bytes and downloads. */
      dialogs: z.boolean(),
      /** Documents to show at once: those open at the last end, and those named at start. */
      open: z.array(openDocument),
      /** Those of them that somebody named at this start, e.g. by a double click on the file. */
      named: z.array(documentHandle),
      /** What went wrong with opening them. */
      notices: z.array(notice),
    }),
  ),
  'app.set': call(settings.partial(), settings),
  'recent.list': call(nothing, z.array(recentEntry)),
  'recent.pin': call(z.object({ recent: recentHandle, pinned: z.boolean() }), nothing),
  'recent.remove': call(z.object({ recent: recentHandle }), nothing),
  'recent.locate': call(z.object({ recent: recentHandle }), openDocument.nullable()),
  'template.list': call(nothing, z.array(templateEntry)),
  'document.create': call(
    z.object({
      /** Null begins without a template. */
      template: z.string().max(80).nullable(),
      /** What a document without a template begins with; a journey unless it says otherwise. */
      blank: z.enum(['journey', 'canvas']).optional(),
      title: z.string().max(500).optional(),
    }),
    openDocument,
  ),
  'document.pickAndOpen': call(nothing, openDocument.nullable()),
  'document.openRecent': call(z.object({ recent: recentHandle }), openDocument),
  /** Opens a file whose content the page was given (dropped, or chosen in a browser). */
  'document.openBytes': call(
    z.object({ name: z.string().max(255), base64: z.string().max(360_000_000) }),
    openDocument,
  ),
  'document.save': call(
    one.extend({ base: z.number().int(), changes: z.array(changeSchema).min(1).max(2000) }),
    z.object({ revision: z.number().int() }),
  ),
  /** Brings the user's file up to date now: on blur and before it is sent. */
  'document.publish': call(one, fileState),
  'document.saveAs': call(one, z.object({ fileName: z.string(), state: fileState }).nullable()),
  /** The published file's bytes, for where there are no dialogs. */
  'document.download': call(one, z.object({ name: z.string(), base64: z.string() })),
  /** Makes a file for others and saves it where the person says; without dialogs its bytes are the answer. */
  'document.share': call(
    one.extend({
      /** Journeys, canvases and segments to send; none sends all. */
      roots: z.array(anyId()).max(1000),
      leaveOut: z.array(z.enum(['owners', 'costs', 'backstage', 'comments'])).max(4),
      name: z.string().max(255),
    }),
    z
      .object({
        name: z.string(),
        /** The name of the folder it is in; null where the bytes are the answer. */
        folder: z.string().nullable(),
        base64: z.string().nullable(),
      })
      .nullable(),
  ),
  /** A journey or a canvas as a picture. Null when no place was chosen; the bytes where there are no dialogs. */
  'document.export': call(
    one.extend({ board: z.string().max(120), wish: pictureWish }),
    z.object({ name: z.string(), base64: z.string().nullable() }).nullable(),
  ),
  'document.remember': call(one.extend({ view: pageView }), nothing),
  'document.versions': call(one, z.array(versionEntry)),
  'document.restore': call(one.extend({ version: versionHandle }), openDocument),
  /** Names an earlier version, or with null the document as it is now; what has a name is kept. '' takes it away. */
  'version.name': call(
    one.extend({ version: versionHandle.nullable(), name: z.string().trim().max(120) }),
    versionEntry,
  ),
  /** The records of an earlier version as one JSON array. */
  'version.records': call(one.extend({ version: versionHandle }), z.object({ records: z.string() })),
  /** Those of another file of the same document: a recent one, given bytes, or one that is picked in a dialog. */
  'version.other': call(
    one.extend({
      file: z
        .union([
          z.object({ recent: recentHandle }),
          z.object({ name: z.string().max(255), base64: z.string().max(360_000_000) }),
        ])
        .nullable(),
    }),
    z.object({ fileName: z.string(), records: z.string() }).nullable(),
  ),
  /** Who wrote each field of a record last, and when; a field that is not there was never written on its own. */
  'record.authors': call(
    one.extend({ id: anyId() }),
    z.array(
      z.object({
        /** '*' stands for all that are not named. */
        field: z.string(),
        /** '' where they gave no name. */
        author: z.string(),
        at: z.string(),
        /** Whether it was in the session that is open now. */
        mine: z.boolean(),
      }),
    ),
  ),
  'document.close': call(one, nothing),
  'document.thumbnail': call(one.extend({ scene: z.string().max(200_000) }), nothing),
  /** Reads another copy of the document: picked in a dialog, given as bytes, or open itself. Null when the person changed their mind. */
  'merge.read': call(
    one.extend({
      file: z
        .union([
          z.object({ from: documentHandle }),
          z.object({ name: z.string().max(255), base64: z.string().max(360_000_000) }),
        ])
        .nullable(),
    }),
    z
      .object({
        plan: planHandle,
        fileName: z.string(),
        /** Whether it is a part of a document, which takes nothing away. */
        isPart: z.boolean(),
        /** What would come in, as one JSON string of PreviewRecord[]. */
        entries: z.string(),
      })
      .nullable(),
  ),
  /** Takes in what was read, as one undo step. */
  'merge.apply': call(one.extend({ plan: planHandle, wish: mergeWish }), openDocument),
  'merge.drop': call(one.extend({ plan: planHandle }), nothing),
  /** Keeps the bytes of a picture (PNG, JPEG, WebP or GIF) with the document; an `asset` record makes it part of it. */
  'picture.add': call(
    one.extend({ base64: z.string().max(40_000_000) }),
    z.object({
      sha256: pictureHash(),
      mime: pictureMime(),
      width: z.number().int(),
      height: z.number().int(),
    }),
  ),
  'picture.read': call(
    one.extend({ sha256: pictureHash() }),
    z.object({ mime: pictureMime(), base64: z.string() }),
  ),
  'shell.openExternal': call(z.object({ url: z.string().max(2048) }), nothing),
  'shell.showFile': call(one, nothing),
  'log.report': call(z.object({ message: z.string().max(4000) }), nothing),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type InputOf<N extends CallName> = z.input<Calls[N]['input']>
export type OutputOf<N extends CallName> = z.output<Calls[N]['output']>

export const events = {
  /** The working copy or the user's file moved on. */
  'document.state': z.object({ document: documentHandle, state: fileState }),
  /** The document changed under the page (restored, changed by another window): load it anew. */
  'document.replaced': openDocument,
  /** The shell asks the page to show a document it opened (file association, second start). */
  'document.opened': openDocument,
  'recent.changed': nothing,
  /** A menu item or a global key was chosen; the name is an action of the page. */
  'menu.action': z.object({ action: z.string().max(60) }),
  'app.notice': notice,
  /** The window wants to close: the page flushes what is pending and answers by 'document.publish'. */
  'app.flush': nothing,
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventOf<N extends EventName> = z.output<Events[N]>

/** How every call answers. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Notice }

/** An error that reaches people as `errors.<code>`. */
export class KnownError extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
