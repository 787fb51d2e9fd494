/** `npm run serve`: the app on localhost, for where no window can open and for those who like it in their browser. */
import { runCli } from './cli/run'

process.exit(await runCli(['serve', ...process.argv.slice(2)]))
