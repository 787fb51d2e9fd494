export { blockName } from '../../shared/words'
