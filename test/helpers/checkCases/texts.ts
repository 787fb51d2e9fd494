/** L34-L36. */
import { canvas } from '../canvasBuilder'
import { fires, silent, type Cases } from './case'
import { sound } from './models'

export const texts: Cases = {
  L34: [
    fires('an empty canvas', () => canvas(), 'emptyCanvas: model'),
    fires('an empty block', () => sound().without('club', 'calls'), 'empty.customerRelationships: model'),
    fires(
      'ten notes',
      () =>
        [...'abcdefgh']
          .reduce((all, name) => all.note(name.repeat(6), 'keyPartners'), sound())
          .note('nine of', 'keyPartners'),
      'many.keyPartners: model',
    ),
    silent('nine notes', () =>
      [...'abcdefgh'].reduce((all, name) => all.note(name.repeat(6), 'keyPartners'), sound()),
    ),
  ],
  L35: [
    fires('61 characters', () => sound().set('bread', { title: 'x'.repeat(61) }), 'long: bread'),
    fires('a list', () => sound().set('bread', { title: 'Bread\nRolls' }), 'several: bread'),
    fires('a semicolon', () => sound().set('bread', { title: 'Bread; rolls' }), 'several: bread'),
    fires('vague', () => sound().set('bread', { title: 'World-class bread' }), 'vague: bread'),
    fires('vague in Czech', () => sound().set('bread', { title: 'INOVATIVNÍ chleba' }), 'vague: bread'),
    silent('60 characters', () => sound().set('bread', { title: 'x'.repeat(60) })),
    silent('a vague word inside another', () => sound().set('bread', { title: 'Fetch the bread' })),
    silent('an explanation below the title', () => sound().set('bread', { text: 'Rye;\n- wheat' })),
  ],
  L36: [
    fires(
      'the same but for accents and a letter',
      () =>
        sound()
          .note('second', 'valuePropositions', { title: 'Čerstvý chlieb z pece' })
          .set('bread', { title: 'cerstvy chleb z pece' }),
      'alike: bread second',
    ),
    silent('in different blocks', () => sound().note('second', 'keyResources', { title: 'bread' })),
    silent('told apart by a number', () =>
      sound()
        .set('oven', { title: 'Bakery shop 1' })
        .note('second', 'keyResources', { title: 'Bakery shop 2' }),
    ),
  ],
}
