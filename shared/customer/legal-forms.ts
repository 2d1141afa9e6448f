/**
 * What companies add to their names to say in which legal form they trade. As `normalisedName` leaves
 * them: lower case, initials joined (`S.A. de C.V.` is `sa de cv`), other punctuation a space.
 */
const listed = (...lines: string[]): readonly string[] => lines.flatMap((line) => line.split(', '))

/** After the name, as words of their own. */
export const ENDINGS = listed(
  // English-speaking countries, India, Singapore, Malaysia
  'ltd, limited, inc, incorporated, corp, corporation, co, company, and co, and company, llc, l l c, llp, lp, plc',
  'pty, pvt, private limited, pte, bhd, berhad, sdn, sdn bhd',
  // German-speaking countries
  'gmbh, ggmbh, mbh, gesmbh, ag, kg, kgaa, ohg, gbr, ek, ug, haftungsbeschränkt, se, und co, u co',
  // France, Spain, Portugal, Italy, Latin America
  'sa, sas, sasu, sarl, eurl, snc, cie, et cie, sl, slu, sau, srl, srls, spa, scarl, de cv, sapi, s de rl, s en c',
  'cia, y cia, e cia, sac, eirl, lda, unipessoal, ltda, ltda me, ltda epp, eireli',
  // Netherlands, Belgium, the North, the Baltic
  'bv, nv, vof, bvba, sprl, ab, oy, oyj, as, asa, aps, oü, uab, sia',
  // Poland, Czechia, Slovakia, Hungary, the Balkans, Greece, Turkey
  'sp zoo, sp z oo, sp k, sp j, sro, spol sro, spol s ro, kft, zrt, doo, ood, eood, αε, επε, aş, şti, ltd şti',
  // Russia and its neighbours
  'ооо, зао, оао, пао, ао, тоо, тов, jsc, ojsc, cjsc',
  // Middle East and Africa
  'wll, fze, fzc, fzco, fz llc, psc, pjsc, ksc, sae, ذمم, شمم',
  // Japan and Indonesia, in Latin letters
  'kk, tbk',
)

/** Before the name, as words of their own. */
export const BEGINNINGS = listed(
  'ооо, зао, оао, пао, ао, ип, тоо, тов, ooo',
  'pt, شركة, công ty, công ty tnhh, công ty cổ phần',
)

/** Before or after the name, in scripts that write no space between. */
export const UNSPACED = listed(
  '股份有限公司, 有限责任公司, 有限責任公司, 有限公司, 公司',
  '株式会社, 有限会社, 合同会社, 合資会社, 주식회사, 유한회사',
  'บริษัท, จำกัด, มหาชน',
)
