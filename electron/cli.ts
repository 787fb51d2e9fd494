/** The command line as a script of its own: `journeyboard …`, `npm run -s cli -- …` */
import { runCli } from './cli/run'

// whoever reads the result may have had enough of it
process.stdout.on('error', () => process.exit())
process.exitCode = await runCli(process.argv.slice(2))
