import { connect } from 'node:net'

export interface RawAnswer {
  status: number
  head: string
  body: string
}

/**
 * Sends bytes as they are, which no well-behaved client would, and collects what comes back until the other side ends
 * or nothing has come for `quiet` ms. Status 0: ended without a word.
 */
export function sendRaw(port: number, parts: readonly (string | number)[], quiet = 4000): Promise<RawAnswer> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = () => {
      socket.destroy()
      const [head = '', ...body] = text.split('\r\n\r\n')
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') })
    }
    socket.setTimeout(quiet, end)
    socket.on('data', data => (text += data.toString('latin1')))
    socket.on('end', end)
    socket.on('error', end)
    const next = (index: number): void => {
      const part = parts[index]
      if (part === undefined || socket.destroyed) return
      // a number is a pause in ms
      if (typeof part === 'number') setTimeout(() => next(index + 1), part)
      else socket.write(part, 'latin1', () => next(index + 1))
    }
    next(0)
  })
}
