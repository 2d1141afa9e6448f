import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import type { TestProject } from 'vitest/node'
import { startKeyServer } from './key-server.ts'
import type { Issued, ProvidedIdentity } from './provided.d.ts'

const EMAIL = 'mia.zhao@bluewhale-outdoor.example'

/** For vitest: somebody else's Entra and Google, each with the tokens it gave to one person, and a server of keys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { entra, google } = ISSUERS
  const [ofEntra, ofGoogle, keyServer] = await Promise.all([started(entra), started(google), startKeyServer()])
  const provided: ProvidedIdentity = {
    keyServer: keyServer.url,
    entra: await signIn(ofEntra.url, entra),
    google: await signIn(ofGoogle.url, google),
  }
  project.provide('identity', provided)
  return async () => {
    await Promise.all([ofEntra.stop(), ofGoogle.stop(), keyServer.stop()])
  }
}

const ISSUERS = {
  entra: {
    service: 'microsoft',
    saysItIs: 'https://login.microsoftonline.com',
    seed: { microsoft: { users: [{ email: EMAIL, tenant_id: 'c1e0a5d7-8f2b-4e6c-b3a9-2d4f6a8c0e1b' }] } },
    clientId: '0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b',
    scope: 'openid email api://0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b/access_as_user',
    keys: '/discovery/v2.0/keys',
    consent: '/oauth2/v2.0/authorize/callback',
    token: '/oauth2/v2.0/token',
  },
  google: {
    service: 'google',
    saysItIs: 'https://accounts.google.com',
    seed: { google: { users: [{ email: EMAIL }] } },
    clientId: '1234567890-quayside.apps.googleusercontent.com',
    scope: 'openid email',
    keys: '/oauth2/v3/certs',
    consent: '/o/oauth2/v2/auth/callback',
    token: '/oauth2/token',
  },
} as const

type Named = (typeof ISSUERS)[keyof typeof ISSUERS]

/** Under the name of the real one its address is not told, so the port is chosen before. */
async function started({ service, saysItIs, seed }: Named): Promise<{ url: string; stop: () => Promise<void> }> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  const emulator = await createEmulator({ service, port, baseUrl: saysItIs, seed })
  return { url: `http://127.0.0.1:${port}`, stop: () => emulator.close() }
}

/** As a browser and an application do it: consent, a code, the tokens for it. */
async function signIn(url: string, { clientId, scope, keys, consent, token }: Named): Promise<Issued> {
  const client = { client_id: clientId, redirect_uri: 'https://quayside.example/signed-in', scope }
  const form = (fields: Readonly<Record<string, string>>) =>
    ({ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }) as const
  const consented = await fetch(`${url}${consent}`, form({ ...client, email: EMAIL }))
  const code = new URL(consented.headers.get('Location') ?? '').searchParams.get('code') ?? ''
  const answer = await fetch(`${url}${token}`, form({ ...client, grant_type: 'authorization_code', code }))
  const { id_token, access_token } = (await answer.json()) as { id_token: string; access_token: string }
  return { keys: `${url}${keys}`, idToken: id_token, accessToken: access_token }
}
