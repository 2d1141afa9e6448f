/** One measured figure, and the budget it is held to where there is one. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly budget?: string
  readonly holds?: boolean
}
