/** What the checks say about the templates, waivers, and how a finding is known and worded. */
import { describe, expect, test } from 'vitest'
import {
  checkCanvas,
  checkDocument,
  fixOf,
  findingText,
  identityOf,
  ruleIds,
  ruleTitle,
  severities,
  severityText,
  skipReasons,
  skipText,
  type Finding,
} from '../../shared/checks'
import { applied, Doc, edit } from '../../shared/document'
import { addLink, unwaive, waive } from '../../shared/commands'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { textsIn } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { cases } from '../helpers/checkCases'
import { sound } from '../helpers/checkCases/models'

const today = '2026-01-15'
const templateDocument = (key: string) =>
  new Doc(
    importStarter(
      bundledTemplates().templates.find(template => template.key === key)!,
      { seed: 'seed', actor: 'tester01', channelName: name => name },
    ),
  )
const check = (document: Doc) => checkDocument(document, { today })
const findingsOf = (document: Doc) => check(document).findings
const openAbout = (document: Doc, key: string) => {
  const id = document.all('segment').find(segment => segment.key === key)!.id
  return findingsOf(document).filter(({ records }) => records.includes(id))
}

describe('templates', () => {
  test("snack-startup-bmc: 'gyms' has no offer, no channel, no revenue and fails the size rule; nobody else does", () => {
    const document = templateDocument('snack-startup-bmc')
    const rules = ['L01', 'L05', 'L07', 'L18']
    const about = (key: string) =>
      openAbout(document, key)
        .map(({ rule }) => rule)
        .filter(rule => rules.includes(rule))
    expect(about('gyms').toSorted()).toEqual(rules)
    expect(about('professionals')).toEqual([])
    expect(about('offices')).toEqual([])
    const quality = openAbout(document, 'gyms').find(({ rule }) => rule === 'L18')
    expect(quality).toMatchObject({ slug: 'quality', params: { judgements: ['largeEnough'] } })
    expect(findingsOf(document).filter(({ severity }) => severity === 'error')).toHaveLength(1)
  })

  test.each(['cafe-chain-bmc', 'credit-card-multisided-bmc'])('%s: no errors', key => {
    expect(findingsOf(templateDocument(key)).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.each([
    ['with the segment left on the canvas', false, ['L01', 'L07', 'L15']],
    ['with its own note gone too', true, ['L13']],
  ])('R56 credit-card-multisided-bmc without the notes of the shops, %s', (_, own, expected) => {
    const before = templateDocument('credit-card-multisided-bmc')
    expect(openAbout(before, 'merchants').filter(({ severity }) => severity === 'error')).toEqual([])
    const merchants = before.all('segment').find(({ key }) => key === 'merchants')!.id
    const theirs = before.all('note').filter(note => {
      const for_ = before.all('link').filter(({ fromId, toId }) => [fromId, toId].includes(note.id))
      const segments = new Set(
        for_.flatMap(({ fromId, toId }) => [fromId, toId]).filter(id => before.find('segment', id)),
      )
      return note.segmentId === merchants ? own : segments.has(merchants)
    })
    const draft = edit(before)
    for (const { id } of theirs) draft.remove(id)
    const after = applied(before, draft.patch())
    const rules = openAbout(after, 'merchants').map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(expected))
  })
})

describe('waivers', () => {
  const model = () => sound().without('offers-bread-commuters')
  const waived = (document: Doc, { rule, slug, records }: Finding) =>
    applied(
      document,
      waive.run(document, {
        id: 'waiver:one',
        at: '2026-01-15T10:00:00Z',
        rule,
        slug,
        targetIds: [...records].toReversed(),
        reason: 'Agreed with the owner',
      }),
    )
  const noOffer = (document: Doc) => findingsOf(document).filter(({ rule }) => rule === 'L01')

  test('a finding set aside is silent and listed with its reason; others stay', () => {
    const before = model().without('cakes-place').build()
    const [first, second] = noOffer(before)
    const after = waived(before, first!)
    expect(noOffer(after)).toEqual([second])
    expect(check(after).waived).toMatchObject([
      { finding: first, waiver: { reason: 'Agreed with the owner' } },
    ])
  })

  test('another reason of the same rule about the same thing speaks on', () => {
    const before = sound().set('bread', { title: 'World-class bread; world-class rolls' }).build()
    const ofTexts = (document: Doc) => findingsOf(document).filter(({ rule }) => rule === 'L35')
    const [first] = ofTexts(before)
    expect(
      ofTexts(before)
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual(['several', 'vague'])
    expect(ofTexts(waived(before, first!))).toHaveLength(1)
    // without a reason named it counts for all
    expect(ofTexts(waived(before, { ...first!, slug: '' }))).toEqual([])
  })

  test('mended and broken again it stays aside; taken back it speaks', () => {
    const start = model().build()
    let document = waived(start, noOffer(start)[0]!)
    document = applied(
      document,
      addLink.run(document, {
        id: 'link:new',
        canvasId: 'canvas:model',
        kind: 'offers',
        fromId: 'note:bread',
        toId: 'segment:commuters',
      }),
    )
    expect(check(document).waived).toEqual([])
    document = applied(document, edit(document).remove('link:new').patch())
    expect(noOffer(document)).toEqual([])
    document = applied(document, unwaive.run(document, { id: 'waiver:one' }))
    expect(noOffer(document)).toHaveLength(1)
  })
})

describe('a finding', () => {
  const all = Object.values(cases).flatMap(list => list.map(({ model }) => model().build()))

  test('is known again whatever things are called and in whatever order they stand', () => {
    for (const document of all) {
      const known = findingsOf(document).map(identityOf).toSorted()
      const records = [...document.records()].toReversed().map(record => {
        const { order } = record
        return typeof order === 'string' ? { ...record, order: turned(order) } : record
      })
      expect(findingsOf(new Doc(records)).map(identityOf).toSorted()).toEqual(known)
    }
    const before = sound().without('offers-bread-commuters').build()
    const renamed = sound().without('offers-bread-commuters').set('commuters', { title: 'Riders' }).build()
    expect(findingsOf(renamed).map(identityOf)).toEqual(findingsOf(before).map(identityOf))
  })

  test('of several canvases with the same notes is told once', () => {
    const two = sound().without('offers-bread-commuters').add('canvas', 'option', { title: 'Option' })
    for (const name of ['bread', 'cakes']) two.place(name, 'valuePropositions', { canvasId: 'canvas:option' })
    const found = findingsOf(two.build())
    expect(found.map(identityOf)).toEqual([...new Set(found.map(identityOf))])
    const there = found
      .filter(({ canvasId }) => canvasId === 'canvas:option')
      .map(({ rule, slug }) => rule + slug)
    expect(there).toContain('L34empty.channels')
    // bread is offered to nobody on both; cakes on the option alone
    expect(
      found.filter(({ rule }) => rule === 'L02').map(({ canvasId, subject }) => [canvasId, subject]),
    ).toEqual([
      ['canvas:model', 'note:bread'],
      ['canvas:option', 'note:cakes'],
    ])
  })

  test('stands in order of canvas, severity and rule', () => {
    const rank = (one: Finding) => `${severities.indexOf(one.severity)} ${one.rule}`
    for (const document of all) {
      const ranks = findingsOf(document).flatMap(one => (one.canvasId ? rank(one) : []))
      expect(ranks).toEqual(ranks.toSorted())
    }
  })

  test.each(languages)('has a sentence in %s, with names and without holes', async language => {
    const { t } = await textsIn(language)
    for (const document of all) {
      for (const finding of findingsOf(document)) {
        const text = findingText(t, document, finding)
        expect(text, `${finding.rule} ${finding.slug}`).toMatch(/^[\p{Lu}„“»{0-9].*[.?]$/su)
        expect(text).not.toMatch(/\{\{|undefined|null|NaN|checks\.|[a-zA-Z]+:[a-zA-Z]+-?[a-z]+/)
      }
    }
    for (const rule of ruleIds) expect(ruleTitle(t, rule)).toMatch(/^\p{Lu}.{6,70}[^.]$/u)
    for (const severity of severities) expect(severityText(t, severity)).not.toContain('.')
    for (const why of skipReasons) expect(skipText(t, why)).toMatch(/ .*\.$/)
  })

  test('names what it is about, as the canvas words it', async () => {
    const { t } = await textsIn('en')
    const document = sound()
      .without('enables-oven-bread')
      .set('bread-place', { override: { title: 'Fresh bread' } })
      .build()
    const texts = findingsOf(document).map(finding => findingText(t, document, finding))
    expect(texts).toContain('No resource or activity makes “Fresh bread” possible.')
  })

  test('says what was left out for want of something to go by', () => {
    const { skipped } = checkCanvas(sound().set('shopChannel', { phases: [] }).build(), 'canvas:model', {
      today,
    })
    expect(skipped).toContainEqual({
      rule: 'L08',
      why: 'noPhases',
      records: ['segment:commuters'],
      canvasId: 'canvas:model',
    })
    expect(skipped.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['L14', 'L15']))
    const lean = checkCanvas(sound().set('model', { kind: 'lean' }).build(), 'canvas:model', { today })
    expect(lean.skipped.filter(({ why }) => why === 'layout').map(({ rule }) => rule)).toEqual([
      'L10',
      'L11',
      'L24',
      'L25',
      'L26',
      'L27',
      'L28',
    ])
  })

  test('thresholds are the project’s where it sets them', () => {
    const share = (checkSettings: object) =>
      findingsOf(sound().set('it', { checkSettings }).build()).filter(({ rule }) => rule === 'L31').length
    expect(share({})).toBe(0)
    expect(share({ 'L31.share': 0.5 })).toBe(2)
    const words = { 'L35.words': ['bread'], 'L21.words': ['families'] }
    const found = findingsOf(sound().set('it', { checkSettings: words }).build())
    expect(found.map(({ rule, slug }) => `${rule} ${slug}`)).toEqual(['L21 everyone', 'L35 vague'])
  })

  test('fixes point to what is there and can be done', () => {
    const kinds = new Set<string>()
    for (const document of all) {
      for (const finding of findingsOf(document)) {
        const fix = fixOf(document, finding)
        if (!fix) continue
        kinds.add(fix.kind)
        const ids = Object.values(fix)
          .flat()
          .filter(one => /^[a-zA-Z]+:/.test(String(one)))
        expect(ids.filter(id => !document.get(String(id)))).toEqual([])
        if (fix.kind !== 'link') continue
        const candidate = fix.candidates[0]!
        const [fromId, toId] = [fix.from ?? candidate, fix.to ?? candidate]
        const patch = addLink.run(document, {
          id: 'link:fix',
          canvasId: finding.canvasId!,
          kind: fix.linkKind,
          fromId,
          toId,
        })
        const after = findingsOf(applied(document, patch)).map(identityOf)
        expect(after, identityOf(finding)).not.toContain(identityOf(finding))
      }
    }
    expect([...kinds].toSorted()).toEqual([
      'addDependency',
      'addEvidence',
      'addJourney',
      'addNote',
      'addQuantity',
      'edit',
      'link',
    ])
  })
})

/** Another position, so that things stand in another order. */
const turned = (order: string) =>
  [...order].map(letter => String.fromCharCode(158 - letter.charCodeAt(0))).join('')
