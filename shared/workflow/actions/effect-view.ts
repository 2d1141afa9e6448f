import type { EffectView } from '#shared/deal/effects/effect.ts'
import type { View } from '#shared/panel/section-builder.ts'

/** Who acts, as what follows from their step is worked out. */
export const effectView = (view: View, newId: () => string): EffectView => ({ ...view, actorId: view.viewer.id, newId })
