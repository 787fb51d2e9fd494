import { randomBytes } from 'node:crypto'
import { token } from '../../../shared/document/command'

/** A random name of letters and digits from a cryptographic source; 10 of them hold 59 bits. */
export const randomToken = (length = 10) => token(randomBytes(length))
