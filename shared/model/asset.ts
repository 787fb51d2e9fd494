import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { title } from './field'

/** Name of a picture: the SHA-256 of its bytes, in hexadecimal. */
export const pictureHash = () => z.string().regex(/^[0-9a-f]{64}$/)

/** The kinds of pictures there are. */
export const pictureMime = () => z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** A picture; its bytes lie once in the file, found by their SHA-256. */
export const asset = defineRecord('asset', {
  fields: {
    title: title(),
    sha256: pictureHash(),
    mime: pictureMime(),
    width: z.number().int().min(1).max(20_000),
    height: z.number().int().min(1).max(20_000),
  },
  defaults: () => ({ title: '' }),
})
