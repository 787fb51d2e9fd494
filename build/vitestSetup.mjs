// Before the first unit test: an up-to-date out/, because tests start the real cli, serve and guard process.
// When it cannot be built, the tests that need none of it still run.
import { build } from './build.mjs'

export default function setup() {
  return build().catch(error => void process.stderr.write(`${error.message}\n`))
}
