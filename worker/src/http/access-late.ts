/** What `access.ts` loads when somebody asks: one piece, for every further one would cost each start its share. */
export { whole } from './access-answer.ts'
export { preview } from './access-preview.ts'
export { decide, propose } from './access-proposals.ts'
