import { z } from 'zod'

/** A file of test vectors: inputs by family, and beside them what several families share. */
export const VectorFile = z.looseObject({ families: z.record(z.string(), z.unknown()) })
export type VectorFile = z.infer<typeof VectorFile>
