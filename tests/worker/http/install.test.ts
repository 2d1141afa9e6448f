import { createExecutionContext, env } from 'cloudflare:test'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ICON_NAMES } from '../../../manifests/icons.ts'
import { leavesOf } from '../../../manifests/lint/json.ts'
import { lintManifests } from '../../../manifests/lint.ts'
import { manifestTexts } from '../../../manifests/manifests.ts'
import { settingsFor } from '../../../manifests/settings.ts'
import { createApp } from '../../../worker/src/app.ts'
import type { Env } from '../../../worker/src/env.ts'
import { app, NOW, newId } from '../firm.ts'
import { google } from '../identity/google-tokens.ts'

/** The platform's static files, as many as there are: each icon says its own name. */
const ASSETS = {
  fetch: async (asked: Request | URL) => {
    const { pathname } = new URL(asked instanceof Request ? asked.url : asked)
    const there = ICON_NAMES.includes(pathname.replace('/icons/', '')) || pathname === '/install/page.css'
    return new Response(there ? pathname : null, { status: there ? 200 : 404 })
  },
} as unknown as Fetcher

const ask = (url: string, headers: Record<string, string> = {}, settings: Partial<Env> = {}, by = app) =>
  by.request(url, { headers }, { DB: env.DB, ASSETS, ...settings }, createExecutionContext())

/** With everything set that can be. */
const whole = createApp({
  now: () => NOW,
  newId,
  issuers: [],
  version: 'test',
  google,
  outlookClientId: '11111111-2222-4333-8444-555555555555',
})

const HERE = 'https://quay.bluewhale.example'
const TEXT_FILES = ['outlook.xml', 'gmail-deployment.json', 'appsscript.json'] as const

describe('the files to install', () => {
  test.each(TEXT_FILES)('%s is made for the address where it was asked for', async (file) => {
    const answer = await ask(`${HERE}/install/${file}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(manifestTexts(settingsFor(HERE))[file])
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/(xml|json); charset=utf-8$/)
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${file}"`)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  test('outlook.zip holds the package of that address, with its icons', async () => {
    const answer = await ask(`${HERE}/install/outlook.zip`)
    expect(answer.headers.get('Content-Type')).toBe('application/zip')
    const read = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(read(files['manifest.json'])).toBe(manifestTexts(settingsFor(HERE))['package/manifest.json'])
    expect(read(files['color.png'])).toBe('/icons/quayside-192.png')
    expect(read(files['outline.png'])).toBe('/icons/outline.png')
  })

  test('no header of a caller changes the address in them', async () => {
    const forged = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      Forwarded: 'host=evil.example',
      'X-Original-URL': 'https://evil.example/',
      Origin: 'https://evil.example',
      Referer: 'https://evil.example/',
    }
    for (const file of TEXT_FILES) {
      const text = await (await ask(`${HERE}/install/${file}`, forged)).text()
      expect(text).not.toContain('evil.example')
    }
  })

  test('the address that the firm has set wins over the one of the request', async () => {
    const set = { ORIGIN: 'https://crm.bluewhale.example' }
    const text = await (await ask('https://quayside.workers.example/install/outlook.xml', {}, set)).text()
    expect(text).toContain('https://crm.bluewhale.example/outlook/pane.html')
    expect(text).not.toContain('workers.example')
  })

  test('asked for without TLS they name https all the same', async () => {
    const text = await (await ask('http://127.0.0.1:8787/install/outlook.xml')).text()
    expect(text).toContain('https://127.0.0.1:8787/outlook/pane.html')
  })

  test.each(['http://crm.bluewhale.example', 'https://crm.bluewhale.example/desk', 'crm.bluewhale.example'])(
    'there are none with %s for an address',
    async (ORIGIN) => {
      for (const file of ['', 'outlook.zip', ...TEXT_FILES]) {
        expect((await ask(`${HERE}/install/${file}`, {}, { ORIGIN })).status).toBe(404)
      }
    },
  )

  test('they name the app registration of the firm', async () => {
    const text = await (await ask(`${HERE}/install/outlook.xml`, {}, {}, whole)).text()
    expect(text).toContain('<Id>11111111-2222-4333-8444-555555555555</Id>')
    expect(lintManifests(manifestTexts(settingsFor(HERE)), HERE)).toEqual([])
  })

  test('every address in them is one that the Worker answers', async () => {
    const deployment = JSON.parse(await (await ask(`${HERE}/install/gmail-deployment.json`)).text())
    const called = leavesOf(deployment).flatMap(({ path, value }) => (/Function$/.test(path) ? [String(value)] : []))
    expect(called).toHaveLength(2)
    const routes = whole.routes.map(({ method, path }) => `${method} ${path}`)
    for (const address of called) expect(routes).toContain(`POST ${new URL(address).pathname}`)
    const xml = await (await ask(`${HERE}/install/outlook.xml`)).text()
    for (const [, icon] of xml.matchAll(/"https:[^"]*(\/icons\/[^"]*)"/g)) {
      expect((await ask(HERE + icon)).status).toBe(200)
    }
    expect(xml).toContain(`${HERE}/outlook/pane.html`)
    expect(routes).toContain('GET /outlook/*')
  })
})

describe('the install page', () => {
  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '安装 Quayside'],
    ['de-DE,en;q=0.7', 'en', 'Install Quayside'],
    ['', 'en', 'Install Quayside'],
  ])('speaks to %j in %s', async (asked, language, title) => {
    const answer = await ask(`${HERE}/install/`, { 'Accept-Language': asked })
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(answer.headers.get('Vary')).toContain('Accept-Language')
  })

  test('links every file that there is, and runs nothing', async () => {
    const answer = await ask(`${HERE}/install/`)
    const page = await answer.text()
    const links = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link)
    expect(links).toEqual(expect.arrayContaining(['outlook.zip', ...TEXT_FILES].map((file) => `/install/${file}`)))
    for (const link of links) expect((await ask(HERE + link)).status).toBe(200)
    expect(page).not.toMatch(/<script|style=|\son\w+=/)
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page).toContain(`<code>${HERE}</code>`)
    // The anchors that the package names for what is kept, and for the terms.
    expect(page).toMatch(/id="data"[\s\S]*id="terms"/)
  })

  test('says so when it was opened without TLS, and when nobody can sign in with Microsoft yet', async () => {
    const complete = await (await ask(`${HERE}/install/`, {}, {}, whole)).text()
    expect(complete).not.toContain('class="note"')
    expect(await (await ask(`${HERE}/install/`)).text()).toContain('<code>MICROSOFT_CLIENT_ID</code> is missing')
    expect(await (await ask('http://127.0.0.1:8787/install/')).text()).toContain('opened without TLS')
  })

  test('is found without the last stroke too', async () => {
    const answer = await ask(`${HERE}/install`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/install/'])
  })
})

describe('icons', () => {
  test.each(ICON_NAMES)('%s may be kept by whoever shows it', async (name) => {
    const answer = await ask(`${HERE}/icons/${name}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
  })

  test('one that is not there is not found', async () => {
    expect((await ask(`${HERE}/icons/quayside-17.png`)).status).toBe(404)
  })
})
