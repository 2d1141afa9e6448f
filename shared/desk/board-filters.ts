/** What a board can be narrowed by, in the order in which a form has it; the names are those of its address. */
export const BOARD_FILTERS = ['owner', 'team', 'customer', 'product_line'] as const
