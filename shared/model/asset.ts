import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { title } from './field'

/** A picture; its bytes lie once in the file, found by their SHA-256. */
export const asset = defineRecord('asset', {
  fields: {
    title: title(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    width: z.number().int().min(1).max(20_000),
    height: z.number().int().min(1).max(20_000),
  },
  defaults: () => ({ title: '' }),
})
