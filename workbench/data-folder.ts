import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'

/** Takes a data folder for this process alone: two would write over each other. Throws with a sentence. */
export function takeFolder(data: string): () => void {
  mkdirSync(data, { recursive: true })
  const lock = join(data, 'running')
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (isRunning(holder)) throw new Error(`${data} is in use by another workbench (process ${holder})`)
    writeFileSync(lock, String(process.pid))
  }
  return () => rmSync(lock, { force: true })
}

/** Whether a workbench runs under that number; after a crash the number may be somebody else's. */
function isRunning(pid: number): boolean {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const command = `/proc/${pid}/cmdline`
  return !existsSync(command) || readFileSync(command, 'utf8').includes('node')
}

/** The private key of the local issuer, as JWK. */
export const localKey = (data: string): Promise<string> =>
  secret(join(data, 'local-key.json'), async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256' })
  })

/** What signs the presses of Gmail's cards: 32 random bytes in base64. */
export const cardSecret = (data: string): Promise<string> =>
  secret(join(data, 'card-secret'), () => randomBytes(32).toString('base64'))

/** Made once for a data folder, and readable by its owner alone. */
async function secret(file: string, make: () => string | Promise<string>): Promise<string> {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const made = await make()
  writeFileSync(file, made, { mode: 0o600 })
  return made
}
