import { KnownError } from '../../../shared/ipc/contract'
import { pictureFacts } from '../pictureFacts'
import type { CallsOf, Context, Handlers } from './handlers'

export function pictureHandlers({ documents }: Context): Handlers<CallsOf<'picture'>> {
  return {
    'picture.add': ({ document, base64 }) => {
      const bytes = Buffer.from(base64, 'base64')
      const facts = pictureFacts(bytes)
      return { sha256: documents.get(document).addPicture({ mime: facts.mime, bytes }), ...facts }
    },
    'picture.read': ({ document, sha256 }) => {
      const bytes = documents.get(document).working.picture(sha256)
      if (!bytes) throw new KnownError('picture.gone')
      // a file from elsewhere may call anything a picture
      return { mime: pictureFacts(bytes).mime, base64: bytes.toString('base64') }
    },
  }
}
