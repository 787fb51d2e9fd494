export { createHost, type Host, type HostListener, type HostOptions } from './createHost'
export { noShell, type Shell } from './shell'
