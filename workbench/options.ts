import { parseArgs } from 'node:util'

export interface Options {
  readonly port: number
  /** Folder of the local database and files. */
  readonly data: string
  /** How many times the demo firm's 400 orders. */
  readonly scale: number
  /** The firm and its staff, without customers. */
  readonly empty: boolean
  /** Whether the firm was asked for, or is the usual one. */
  readonly asked: boolean
}

/** Orders of the demo firm at scale 1. */
const ORDERS = 400

/** The knobs of `npm start`: `PORT`, `QUAYSIDE_DATA`, `--scale 1k|100k`, `--empty`. Throws with a sentence. */
export function readOptions(args: string[], env: Readonly<Record<string, string | undefined>>): Options {
  const { values } = parseArgs({ args, options: { scale: { type: 'string' }, empty: { type: 'boolean' } } })
  const port = Number(env.PORT || 8787)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${env.PORT}`)
  const { scale, empty = false } = values
  const asked = scale !== undefined || empty
  return { port, data: env.QUAYSIDE_DATA || '.data', scale: scaleOf(scale), empty, asked }
}

function scaleOf(scale: string | undefined): number {
  if (scale === undefined) return 1
  const match = /^(\d+)(k?)$/.exec(scale)
  if (!match || Number(match[1]) === 0)
    throw new Error(`--scale is a number of orders such as 1k or 100k, not ${scale}`)
  return (Number(match[1]) * (match[2] ? 1000 : 1)) / ORDERS
}
