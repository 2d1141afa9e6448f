/** The names are those of Microsoft's types, which the compiler checks; the values are what office.js gives them. */

export const EVENTS = {
  ItemChanged: 'olkItemSelectedChanged',
  OfficeThemeChanged: 'officeThemeChanged',
} as const satisfies NamesOf<typeof Office.EventType>

/** Those that exist even where office.js finds no Outlook around it. */
export const COMMON_EVENTS = {
  DialogMessageReceived: 'dialogMessageReceived',
  DialogEventReceived: 'dialogEventReceived',
  DialogParentMessageReceived: 'dialogParentMessageReceived',
} as const satisfies NamesOf<typeof Office.EventType>

export const STATUSES = {
  Succeeded: 'succeeded',
  Failed: 'failed',
} as const satisfies NamesOf<typeof Office.AsyncResultStatus>

export const COERCIONS = { Text: 'text', Html: 'html' } as const satisfies NamesOf<typeof Office.CoercionType>

export const HOSTS = { Outlook: 'Outlook' } as const satisfies NamesOf<typeof Office.HostType>

export const PLATFORMS = { OfficeOnline: 'OfficeOnline' } as const satisfies NamesOf<typeof Office.PlatformType>

/** The types say enum, which only the real office.js makes; here its members are these strings, or null outside of Office. */
export function asMember<Member>(value: string | null): Member {
  return value as Member
}

type NamesOf<Enum> = { readonly [Name in keyof Enum]?: string }
