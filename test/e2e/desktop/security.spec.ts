// What the window may not do, asked of the real Electron (S2, S3, S4, S7).
import { expect, test } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentSecurityPolicy } from '../../../electron/pageFiles'
import { callNames } from '../../../shared/ipc/names'
import type {} from '../../../renderer/api/bridge'
import { endDesktops, startDesktop, type Desktop } from '../../helpers/desktop'

let desktop: Desktop
test.beforeAll(async () => {
  desktop = await startDesktop()
  // a refused navigation still stops what is loading at that moment
  await expect(desktop.page.locator('#root')).not.toBeEmpty()
  await desktop.page.waitForLoadState('networkidle')
})
test.afterAll(endDesktops)

test('the page is sandboxed, isolated and has no Node', async () => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
    // not in the types, yet the only way to read back what the window really got
    (BrowserWindow.getAllWindows()[0] as any).webContents.getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
  const found = await desktop.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      name => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

test('the preload offers the contract and nothing else', async () => {
  const { page } = desktop
  const offered = await page.evaluate(() => Object.keys(window.journeyboard ?? {}).sort())
  expect(offered).toEqual(['call', 'on', 'openFile'])
  const own = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    frame.remove()
    return Object.getOwnPropertyNames(window).filter(name => !usual.has(name) && !/^\d+$/.test(name))
  })
  expect(own.filter(name => name === 'journeyboard')).toEqual(['journeyboard'])

  const ask = (name: unknown, input: unknown) =>
    page.evaluate(([name, input]) => window.journeyboard?.call(name as never, input), [name, input])
  for (const name of [
    '',
    'nothing',
    '__proto__',
    'constructor',
    'toString',
    'openFile',
    'document.openPath',
    7,
  ]) {
    expect(await ask(name, {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
  }
  expect(callNames).toContain('recent.list')
  expect(await ask('recent.list', {})).toMatchObject({ ok: true })
  for (const name of ['', 'event', 'flushed', 'call', '__proto__']) {
    await expect(
      page.evaluate(name => window.journeyboard?.on(name as never, () => {}), name),
    ).rejects.toThrow()
  }
})

test('a file that no person dropped has no path to open', async () => {
  const answer = await desktop.page.evaluate(() =>
    window.journeyboard?.openFile(new File(['x'], '/etc/passwd')),
  )
  expect(answer).toMatchObject({ ok: false })
})

test('the policy of the page is exactly ours', async () => {
  const headers = await desktop.page.evaluate(async () =>
    Object.fromEntries((await fetch('app://journeyboard/index.html')).headers),
  )
  expect(headers).toMatchObject({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'content-type': 'text/html; charset=utf-8',
  })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
})

test('scripts and styles from strings do not run', async () => {
  const ran = await desktop.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="x:" onerror="window.ranHandler = true"><p style="color: red">x</p>'
    document.body.append(image)
    await new Promise(done => setTimeout(done, 300))
    script.remove()
    image.remove()
    let evaluated = true
    try {
      // oxlint-disable-next-line typescript/no-implied-eval -- whether this runs is the question
      new Function('return 1')()
    } catch {
      evaluated = false
    }
    return {
      inline: 'ranInline' in window,
      handler: 'ranHandler' in window,
      evaluated,
      violations: [...new Set(violations)],
    }
  })
  expect(ran).toMatchObject({ inline: false, handler: false, evaluated: false })
  expect(ran.violations).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-attr']),
  )
})

test('nothing of the page reaches the network', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.setHeader('Access-Control-Allow-Origin', '*').end('x')
  }).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const reached = await desktop.page.evaluate(async url => {
    const fetched = await fetch(url).then(
      () => true,
      () => false,
    )
    const loads = ['img', 'iframe', 'script', 'embed'].map(tag => {
      const element = document.createElement(tag)
      element.setAttribute('src', url)
      document.body.append(element)
      return element
    })
    const form = document.createElement('form')
    form.action = url
    document.body.append(form)
    form.submit()
    navigator.sendBeacon(url)
    await new Promise(done => setTimeout(done, 500))
    for (const element of [...loads, form]) element.remove()
    return fetched
  }, url)
  server.close()
  expect(reached).toBe(false)
  expect(asked).toBe(0)
})

test('new windows are refused', async () => {
  const opened = await desktop.page.evaluate(() => [
    window.open('https://example.com') === null,
    window.open('app://journeyboard/index.html') === null,
    window.open('about:blank') === null,
  ])
  expect(opened).toEqual([true, true, true])
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

const addresses = [
  'https://example.com/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://journeyboard/licenses.md',
  'app://evil/index.html',
  'data:text/html,<h1>x</h1>',
  'javascript:document.title="x"',
  'about:blank',
  'blob:app://journeyboard/x',
]
for (const address of addresses) {
  test(`navigation is refused: ${address}`, async () => {
    const { page } = desktop
    await page.evaluate(address => {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
      link.remove()
      location.href = address
    }, address)
    await page.waitForTimeout(150)
    // asked of the page itself: Playwright would wait for a navigation that never ends
    const where = () =>
      page
        .evaluate(() => [location.href.split('#')[0], document.querySelector('#root')?.hasChildNodes()])
        .catch(() => 'between two pages')
    await expect.poll(where).toEqual(['app://journeyboard/index.html', true])
  })
}

test('permissions are refused, asked for or looked up', async () => {
  const states = await desktop.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    const found: Record<string, string> = {}
    for (const name of names) {
      const status = await navigator.permissions
        .query({ name: name as PermissionName })
        .catch(() => undefined)
      if (status) found[name] = status.state
    }
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      granted: Object.entries(found).filter(([, state]) => state === 'granted'),
      looked: Object.keys(found).length,
      asked: [
        await refused(
          new Promise((done, fail) =>
            navigator.geolocation.getCurrentPosition(done, fail, { timeout: 2000 }),
          ),
        ),
        await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        await refused(navigator.clipboard.readText()),
        await Notification.requestPermission(),
      ],
    }
  })
  expect(states.looked).toBeGreaterThan(3)
  expect(states.granted).toEqual([])
  expect(states.asked).toEqual(['refused', 'refused', 'refused', 'denied'])
})

test('downloads are refused', async () => {
  const attempt = await desktop.app.evaluate(async ({ session, BrowserWindow }) => {
    const states: string[] = []
    session.defaultSession.on('will-download', (event, item) => {
      states.push(event.defaultPrevented ? 'prevented' : item.getState())
    })
    await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`{
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.exe'
      link.click()
    }`)
    await new Promise(done => setTimeout(done, 500))
    return states
  })
  expect(attempt).toEqual(['prevented'])
})

const tricks = [
  'app://journeyboard/../package.json',
  'app://journeyboard/%2e%2e/package.json',
  'app://journeyboard/%252e%252e/package.json',
  'app://journeyboard/..%2f..%2fpackage.json',
  'app://journeyboard/..%5c..%5cpackage.json',
  'app://journeyboard/..\\..\\package.json',
  'app://journeyboard/assets/..%c0%af..%c0%afpackage.json',
  'app://journeyboard/index.html%00',
  'app://journeyboard/index.html%00.js',
  'app://journeyboard/index.html::$DATA',
  'app://journeyboard/index.html/',
  'app://journeyboard/index.html?raw',
  'app://journeyboard/index%252ehtml',
  'app://journeyboard/INDEX.HTML',
  'app://journeyboard//index.html',
  'app://journeyboard//etc/passwd',
  'app://journeyboard/etc/passwd',
  'app://journeyboard/C:/Windows/win.ini',
  'app://journeyboard/%5c%5cserver%5cshare',
  'app://journeyboard/file:///etc/passwd',
  'app://journeyboard/manifest.json',
  'app://journeyboard/__proto__',
  'app://journeyboard.evil/index.html',
  'app://user@journeyboard/index.html',
  'app://evil/index.html',
  'app:///index.html',
  'app://../index.html',
]

test(`app:// gives nothing but the listed files (${tricks.length} tricks)`, async () => {
  // asked from inside main, where no policy of a page stands before the protocol
  const statuses = await desktop.app.evaluate(async ({ net }, tricks) => {
    const status = (url: string, method = 'GET') =>
      net.fetch(url, { method, bypassCustomProtocolHandlers: false }).then(
        async answer => ({ status: answer.status, length: (await answer.arrayBuffer()).byteLength }),
        () => ({ status: 0, length: 0 }),
      )
    const answers = []
    for (const url of tricks) answers.push({ url, ...(await status(url)) })
    const methods = []
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      methods.push(await status('app://journeyboard/index.html', method))
    return { answers, methods, control: await status('app://journeyboard/index.html') }
  }, tricks)
  expect(statuses.control.status).toBe(200)
  expect(statuses.control.length).toBeGreaterThan(100)
  expect(statuses.answers.filter(({ status, length }) => ![0, 404].includes(status) || length > 0)).toEqual(
    [],
  )
  expect(statuses.methods.filter(({ status }) => status === 200)).toEqual([])
})

test('messages of another frame or page are not answered', async () => {
  const answers = await desktop.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      const ask = (where: string) =>
        stranger
          .loadURL(where)
          .then(() => stranger.webContents.executeJavaScript("window.journeyboard.call('recent.list', {})"))
      const foreign = await ask('data:text/html,<p>x')
      // the same window on our own page is answered: it is the sender that counts
      const own = await ask('app://journeyboard/index.html')
      stranger.destroy()
      return { foreign, own }
    },
    await preloadPath(),
  )
  expect(answers.foreign).toEqual({ ok: false, error: { code: 'request.refused', params: {} } })
  expect(answers.own).toMatchObject({ ok: true })
})

const preloadPath = () => desktop.app.evaluate(({ app }) => `${app.getAppPath()}/out/preload/index.cjs`)
