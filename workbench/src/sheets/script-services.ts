import { dateIn, instantOf, wallClock } from '#shared/time/zone.ts'

type Named<T> = { readonly [Name in keyof T]?: unknown }

/** Who runs the script, and what is kept for them. */
export interface ScriptUser {
  readonly email: string
  /** As Google tells it: `zh_CN`. */
  readonly locale: string
  /** Null while nobody has signed in. */
  readonly identityToken: string | null
  readonly properties: Map<string, string>
}

/** Google's other services, as far as our script uses them; whatever is not ours is not there. */
export const scriptServices = (user: () => ScriptUser) => ({
  /** Finds a page of the project by its name without the ending. */
  HtmlService: {
    createHtmlOutputFromFile(file: string) {
      const page = {
        file,
        title: '',
        setTitle(title: string) {
          page.title = title
          return page
        },
      }
      return page
    },
  } satisfies Named<typeof HtmlService>,

  /** A token of the person, null without the scope `openid`. */
  ScriptApp: { getIdentityToken: () => user().identityToken } satisfies Named<typeof ScriptApp>,

  Session: {
    getActiveUserLocale: () => user().locale,
    getActiveUser: () => ({ getEmail: () => user().email }),
  } satisfies Named<typeof Session>,

  /** Kept per person; a value has 9 kB at most. */
  PropertiesService: {
    getUserProperties: () => ({
      getProperty: (key: string) => user().properties.get(key) ?? null,
      setProperty(key: string, value: string) {
        if (value.length > 9 * 1024) throw new Error('Argument too large: value')
        user().properties.set(key, value)
      },
      deleteProperty: (key: string) => user().properties.delete(key),
    }),
  } satisfies Named<typeof PropertiesService>,

  /** One page, one script: nobody else runs meanwhile. */
  LockService: {
    getDocumentLock: () => ({ waitLock: (_timeoutMs: number) => {}, releaseLock: () => {} }),
  } satisfies Named<typeof LockService>,

  Utilities: {
    /** The patterns of days, with and without the time. */
    formatDate(date: Date, zone: string, pattern: string) {
      if (!(date instanceof Date)) throw new Error('Cannot convert this to Date.')
      if (pattern === 'yyyy-MM-dd') return dateIn(date.getTime(), zone)
      if (pattern !== 'yyyy-MM-dd HH:mm') throw new Error(`this stage does not know the pattern ${pattern}`)
      return `${dateIn(date.getTime(), zone)} ${wallClock(date.getTime(), zone).time}`
    },
    /** `yyyy-MM-dd` alone. */
    parseDate: (day: string, zone: string) => new Date(instantOf(day, '00:00', zone)),
  } satisfies Named<typeof Utilities>,
})
