export { subtypeWord, subtypeWords } from '../../shared/words'
