import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** Where the desk shows a record: `/desk/inquiries/01K…`. */
export const deskPath = (type: TypeName, id: string): string => `/desk/${TYPES[type].plural}/${encodeURIComponent(id)}`
