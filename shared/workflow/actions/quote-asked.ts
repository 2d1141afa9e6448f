import type { LateAction } from '../action.ts'

/** Makes the drafts that a mail asks for, one for each of its terms: see `shared/workflow/offer/asked-goods.ts`. */
export const quoteAsked: LateAction<'deal'> = {
  name: 'quote-asked',
  on: 'deal',
  needs: { type: 'quotation', verb: 'create' },
  section: 'road',
  // What it offers comes with the rules by which a mail is read.
  offers: (situation, view) => view.asked?.offers(situation, view) ?? [],
  fields: () => ({}),
  late: async () => (await import('./quote-asked-late.ts')).quoteAskedLate,
}
