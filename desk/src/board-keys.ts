/** From card to card by the arrow keys: up and down a column, and across to the next one that has cards. */
export function walkByArrows(board: HTMLElement): void {
  board.addEventListener('keydown', (event) => {
    const from = (event.target as Element).closest<HTMLElement>('.card > a')
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const columns = [...board.querySelectorAll('.column')].map((column) => [
      ...column.querySelectorAll<HTMLElement>('.card > a'),
    ])
    const column = columns.findIndex((links) => links.includes(from))
    const links = columns[column] ?? []
    const row = links.indexOf(from)
    const across = (others: HTMLElement[][]) => {
      const next = others.find((one) => one.length > 0) ?? []
      return next[Math.min(row, next.length - 1)]
    }
    const to: Readonly<Record<string, () => HTMLElement | undefined>> = {
      ArrowUp: () => links[row - 1],
      ArrowDown: () => links[row + 1],
      ArrowLeft: () => across(columns.slice(0, column).reverse()),
      ArrowRight: () => across(columns.slice(column + 1)),
    }
    const next = to[event.key]?.()
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
