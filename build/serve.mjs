// The app in a browser on this machine: `npm run serve`
import { enter } from './enter.mjs'

await enter('serve')
