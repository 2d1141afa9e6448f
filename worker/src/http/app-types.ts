import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Viewer } from '#shared/access/field-class.ts'
import type { FilingRules } from '#shared/archive/by-itself.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Placed } from '#shared/panel/layout.ts'
import type { AskedSection, MailBesideOffer } from '#shared/panel/section-builder.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import type { StandsFor } from '#shared/staff/leave.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Env } from '../env.ts'
import type { KeptFiles } from '../files/files.ts'
import type { Database } from '../store/database.ts'
import type { Reader } from '../store/standing.ts'

/** The member of staff who asks, as their record and their firm's have it. */
export interface Person extends Reader, Viewer {
  readonly standsFor: readonly StandsFor[]
  readonly alias: string
  readonly language: Language
  /** The firm's zone: "today" and every date on a panel are in it. */
  readonly timezone: string
  /** The firm's day at the moment of the request. */
  readonly today: CivilDate
  /** ISO 4217: what the firm keeps its books in. */
  readonly currency: string
  readonly domains: readonly string[]
  /** Which sections a customer's panel has for them. */
  readonly layout: readonly Placed[]
  /** Which mails the firm wants filed by themselves. */
  readonly filing: FilingRules
  /** With what the firm knows erased people again; null where it has erased nobody. */
  readonly erasureKey: string | null
}

export interface Variables {
  requestId: string
  /** The language of the answer: asked for by the caller, else the person's, else the firm's. */
  language: Language
  database: Database
  /** ms UTC, one moment for the whole request. */
  now: number
  newId: () => string
  /** Where people reach us, `https://…` without a path. */
  origin: string
  /** Where files lie; null where there are none. */
  files: KeptFiles | null
  /** The host that files are opened on, `https://…` without a path. */
  filesOrigin: string
  person: Person
  /** What the open mail says, where its letter came along; read when a form asks for it. */
  reading?: (() => MailReading) | null
  /** The section that shows it, loaded with the rules that read. */
  asked?: AskedSection
  /** Lays the open mail beside an offer, where its letter came along. */
  beside?: MailBesideOffer
  /** The session somebody is signed in by, as it is stored; absent for who brought a token. */
  session?: string
  /** Work that the answer does not wait for. What fails in it is logged. */
  afterwards: (work: Promise<unknown>) => void
}

export interface AppEnv {
  Bindings: Env
  Variables: Variables
}

export type App = OpenAPIHono<AppEnv>
export type AppContext = Context<AppEnv>
