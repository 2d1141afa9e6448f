import { env } from 'cloudflare:test'
import { compactVerify, type JWK } from 'jose'
import { describe, expect, inject, test } from 'vitest'
import { keySet } from '../../../worker/src/identity/key-set.ts'
import { SIGNATURE } from '../../../worker/src/identity/verify.ts'

/** Google's vectors of what goes wrong with signatures, as of `json_web_signature_test.json`. */
interface Group {
  readonly public?: JWK
  readonly private: JWK
  readonly tests: readonly { readonly tcId: number; readonly jws: string; readonly result: 'valid' | 'invalid' }[]
}

const groups: readonly Group[] = env.WYCHEPROOF
const { keyServer } = inject('identity')

/** The vectors carry no claims: here is asked what comes before them, with our keys and our choice of signatures. */
async function accepted({ tests, ...group }: Group, index: number): Promise<string[]> {
  const url = `${keyServer}/wycheproof-${index}`
  const keys = [group.public ?? group.private]
  await fetch(url, { method: 'PUT', body: JSON.stringify({ body: JSON.stringify({ keys }) }) })
  const find = keySet({ url, now: Date.now })
  const passed: string[] = []
  for (const { tcId, jws, result } of tests) {
    if (await verified(jws, find)) passed.push(`${result} ${tcId}`)
  }
  return passed
}

const verified = async (jws: unknown, find: ReturnType<typeof keySet>): Promise<boolean> =>
  typeof jws === 'string' &&
  (await compactVerify(jws, find, SIGNATURE).then(
    () => true,
    () => false,
  ))

describe.skipIf(groups.length === 0)('Wycheproof’s signatures (skipped where the corpora are missing)', () => {
  test('none of 355 invalid ones is accepted, all 8 valid ones of our algorithm are, and none of another', async () => {
    const invalid = groups.flatMap(({ tests }) => tests).filter(({ result }) => result === 'invalid')
    expect(invalid).toHaveLength(355)
    const passed = (await Promise.all(groups.map(accepted))).flat()
    expect(passed.filter((one) => one.startsWith('invalid'))).toEqual([])
    expect(passed).toHaveLength(8)
  })
})
