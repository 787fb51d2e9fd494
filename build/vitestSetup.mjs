// Before the first unit test: an up-to-date out/, because tests start the real cli, serve and guard process.
import { build } from './build.mjs'

export default function setup() {
  return build()
}
