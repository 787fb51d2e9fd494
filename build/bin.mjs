#!/usr/bin/env node
// The command line: `journeyboard …`, `npm run -s cli -- …`
import { enter } from './enter.mjs'

await enter('cli')
