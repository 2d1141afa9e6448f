/** A page that nobody frames and that takes nothing from elsewhere. */
const headersWith = (styles: string) => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
})
export const HEADERS = headersWith("'self'")

/** Nor does a browser keep it whole: who goes back after somebody has signed out finds nobody's file. */
export const UNKEPT = { ...HEADERS, 'Cache-Control': 'no-store' }

/** A mail is framed with the styles that stand in its own elements; a frame without an address has its page's policy besides its own. */
export const OF_MAIL = { ...UNKEPT, ...headersWith("'self' 'unsafe-inline'") }
