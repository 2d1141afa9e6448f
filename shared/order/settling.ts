/** What of an amount pays which of some open parts, the earliest due first; those without a date come last. */
export function settling<P extends Part>(
  amount: number,
  parts: readonly P[],
): { readonly part: P; readonly amount: number }[] {
  let left = amount
  const inOrder = [...parts].sort((a, b) => rank(a).localeCompare(rank(b)))
  return inOrder.flatMap((part) => {
    const paid = Math.min(left, part.amount - part.paid_amount)
    if (paid <= 0) return []
    left -= paid
    return [{ part, amount: paid }]
  })
}

interface Part {
  readonly amount: number
  readonly paid_amount: number
  readonly due_date: string | null
  readonly seq: number
}

const rank = ({ due_date, seq }: Part): string => `${due_date ?? '9999-12-31'} ${String(seq).padStart(4, '0')}`
