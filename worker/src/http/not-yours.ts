import { text } from '#shared/i18n/language.ts'

/** A field may be seen that names a record which may not. */
export const NOT_YOURS = text('(not yours to see)', '（无权查看）')
