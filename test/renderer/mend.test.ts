/** What a finding offers does what it says: the fix mends, the way leads to the record. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { mend } from '../../renderer/app/findings/mend'
import { showRecord } from '../../renderer/app/findings/showRecord'
import { useApp } from '../../renderer/app/store'
import { freshView } from '../../renderer/app/view'
import type { Bridge } from '../../renderer/api/bridge'
import { DocumentSession } from '../../renderer/document/session'
import { evidenceCommands, quantityCommands } from '../../shared/commands'
import { checkCanvas, fixOf, identityOf, type Finding, type Fix } from '../../shared/checks'
import type { CanvasBuilder } from '../helpers/canvasBuilder'
import { cases } from '../helpers/checkCases'

const today = '2026-01-15'

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0))

/** The document open in the page, on its canvas. */
function opened(model: CanvasBuilder): DocumentSession {
  const session = new DocumentSession(
    {
      handle: 'doc-12345678',
      documentId: 'd',
      isPart: false,
      fileName: 'Model.jboard',
      readOnly: null,
      records: JSON.stringify([...model.build().records()]),
      revision: 1,
      history: JSON.stringify({ undo: [], redo: [] }),
      actor: 'actor00001',
      view: null,
      state: { saved: 1, published: 1, place: 'ok' },
      conflicts: [],
      copyOf: null,
      notices: [],
    },
    { save: async (_document, base, changes) => ({ revision: base + changes.length }) },
  )
  const view = {
    ...freshView(session.doc),
    area: 'canvas',
    canvasId: model.canvasId,
    screen: 'health',
  } as const
  const bridge = { call: async () => ({}), on: () => () => {} } as unknown as Bridge
  useApp.setState({ bridge, sessions: [session], views: { [session.handle]: view }, active: session.handle })
  return session
}

const view = () => Object.values(useApp.getState().views)[0]!
const findingsOf = (session: DocumentSession, canvasId: string) =>
  checkCanvas(session.doc, canvasId, { today }).findings

interface Offered {
  readonly model: () => CanvasBuilder
  readonly finding: Finding
  readonly fix: Fix
}

/** Every finding of every case, with the fix it offers. */
const offered: readonly Offered[] = Object.entries(cases).flatMap(([rule, list]) =>
  list.flatMap(({ model }) => {
    const built = model()
    const document = built.build()
    return checkCanvas(document, built.canvasId, { today })
      .findings.filter(finding => finding.rule === rule)
      .flatMap(finding => {
        const fix = fixOf(document, finding)
        return fix ? [{ model, finding, fix }] : []
      })
  }),
)
const of = (kind: Fix['kind']) => offered.filter(({ fix }) => fix.kind === kind)

/** Types the value that is asked for beside the finding. */
function fillIn(session: DocumentSession, kind: Fix['kind']) {
  if (kind === 'addQuantity')
    session.dispatch(quantityCommands.update, { id: view().selection[0]!, likely: 40 })
  const evidence = session.doc.all('evidence').find(({ text, date }) => text === '' && !date)
  if (kind === 'addEvidence' && evidence)
    session.dispatch(evidenceCommands.update, {
      id: evidence.id,
      text: 'Forty said so',
      date: today,
      tone: 1,
    })
}

test('every kind of fix is offered by some finding', () => {
  const kinds = ['link', 'addNote', 'edit', 'addEvidence', 'addQuantity', 'addDependency', 'addJourney']
  expect([...new Set(offered.map(({ fix }) => fix.kind))].toSorted()).toEqual(kinds.toSorted())
})

describe.each(['link', 'addDependency', 'addEvidence', 'addJourney', 'addNote', 'addQuantity'] as const)(
  '%s',
  kind => {
    test.each(of(kind).map(one => [`${one.finding.rule} ${one.finding.slug}`, one] as const))(
      '%s is mended by every candidate and comes back with undo',
      (_, { model, finding, fix }) => {
        const candidates = 'candidates' in fix ? fix.candidates : [null]
        expect(candidates.length).toBeGreaterThan(0)
        for (const chosen of candidates) {
          const session = opened(model())
          mend(session, finding.canvasId!, fix, chosen)
          expect(session.history.undo).toHaveLength(1)
          fillIn(session, kind)
          const left = findingsOf(session, finding.canvasId!).map(identityOf)
          expect(left, `with ${chosen}`).not.toContain(identityOf(finding))
          while (session.history.undo.length > 0) session.undo()
          expect(findingsOf(session, finding.canvasId!).map(identityOf)).toContain(identityOf(finding))
        }
      },
    )
  },
)

test.each(['addEvidence', 'addQuantity'] as const)('%s asked for twice is there once', kind => {
  const { model, finding, fix } = of(kind)[0]!
  const session = opened(model())
  mend(session, finding.canvasId!, fix, null)
  mend(session, finding.canvasId!, fix, null)
  expect(session.history.undo).toHaveLength(1)
})

test('editing selects the record whose field is to be changed', () => {
  for (const { model, finding, fix } of of('edit')) {
    const session = opened(model())
    mend(session, finding.canvasId!, fix, null)
    const id = fix.kind === 'edit' ? fix.id : ''
    const { selection, inspector, screen, canvasId } = view()
    const note = session.doc.find('note', selection[0])
    const shown = selection[0] === id || note?.segmentId === id || (canvasId === id && selection.length === 0)
    expect(shown, `${finding.rule} ${finding.slug}: ${screen}, ${selection.join()}`).toBe(true)
    expect(inspector).toBe(true)
    expect(session.history.undo, 'nothing is changed by looking').toHaveLength(0)
  }
})

test('every finding leads to its record, or to the note or canvas that shows it', () => {
  for (const [rule, list] of Object.entries(cases)) {
    for (const { model } of list) {
      const built = model()
      const session = opened(built)
      const begun = view()
      for (const { subject, slug, ...finding } of findingsOf(session, built.canvasId)) {
        if (finding.rule !== rule) continue
        useApp.setState({ views: { [session.handle]: begun } })
        showRecord(session, subject, finding.canvasId)
        const { screen, selection, canvasId, journeyId } = view()
        const there = screen !== 'health' || selection.length > 0
        expect(there, `${rule} ${slug} ${subject}`).toBe(true)
        const named = [...selection, canvasId, journeyId].filter(id => id !== null)
        expect(named.length).toBeGreaterThan(0)
      }
    }
  }
})
