import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../renderer')
const manifest: { files: Record<string, { type: string }> } = JSON.parse(
  readFileSync(join(folder, 'manifest.json'), 'utf8'),
)
const server = createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
  const file = manifest.files[name]
  if (!file) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': file.type }).end(readFileSync(join(folder, name)))
})
server.listen(0, '127.0.0.1', () => {
  const reason = process.env['JOURNEYBOARD_SERVES_BECAUSE']
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/#token=none`
  process.stdout.write(
    reason ? `${reason}, so Journeyboard serves itself: ${url}\n` : `Journeyboard: ${url}\n`,
  )
})
