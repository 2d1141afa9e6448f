import fc from 'fast-check'
import { manifestTexts } from '../../manifests/manifests.ts'
import { type Settings, settingsFor, settingsProblems } from '../../manifests/settings.ts'

export const ORIGIN = 'https://quayside.example.com'

/** The manifests of an installation. */
export const textsOf = (wishes: Partial<Settings> = {}, origin = ORIGIN) => manifestTexts(settingsFor(origin, wishes))

/** Any address that a firm may have. */
export const origins: fc.Arbitrary<string> = fc
  .tuple(fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 })))
  .map(([domain, port]) => new URL(`https://${domain}${port === null ? '' : `:${port}`}`).origin)

/** Whatever a firm may call itself. */
export const firmNames: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('Blue Whale & Söhne "Outdoor"', "L'été <b>", '蓝鲸户外用品有限公司', ']]>', '&amp;', 'Δελφίνι'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter((name) => settingsProblems(settingsFor(ORIGIN, { name, provider: name })).length === 0)
