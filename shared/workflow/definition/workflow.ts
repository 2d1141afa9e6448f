import type { Compiled } from '#shared/expression/compile.ts'
import type { FactSchema } from '#shared/expression/schema.ts'
import type { Text } from '#shared/i18n/language.ts'
import type { ClockSpec } from './clock-spec.ts'
import type { Definition } from './definition.ts'
import type { EffectSpec } from './effect.ts'
import type { After } from './escalation.ts'
import type { FormItem, OwnItem } from './form-item.ts'
import type { NodeSpec } from './node.ts'
import type { Split } from './parallel.ts'
import type { Road, Way } from './road.ts'

/** What the caller of the engine knows, and a definition may name. */
export interface World {
  readonly schema: FactSchema
  /** Keys of the posts of a firm, and of those who lead them. */
  readonly roles: readonly string[]
  /** Effects that can be done by name. */
  readonly effects: readonly string[]
  /** What the kinds of documents are called; one that is not named here goes by its key. */
  readonly documents?: Readonly<Record<string, Text>>
}

/** A definition that is sound, with its expressions read: what the engine walks. */
export interface Workflow {
  readonly definition: Definition
  readonly road: Road
  readonly start: string
  readonly nodes: ReadonlyMap<string, WorkflowNode>
  readonly ways: ReadonlyMap<string, WorkflowWay>
  readonly splits: readonly Split[]
  /** The branches in which a node lies, the outermost first; by the key of each branch's first way. */
  readonly branches: ReadonlyMap<string, readonly string[]>
  /** The stages in the order of the road. */
  readonly stages: readonly string[]
  /** The names that the definition's expressions may use: the world's, and its own fields. */
  readonly schema: FactSchema
  /** Its own fields by key. */
  readonly items: ReadonlyMap<string, OwnItem>
  readonly policies: ReadonlyMap<string, WorkflowPolicy>
}

export interface WorkflowNode {
  readonly spec: NodeSpec
  readonly name: Text
  readonly entry: readonly Check[]
  /** What must hold before the flow goes on: criteria, fields, documents. */
  readonly exit: readonly Check[]
  readonly enters: readonly WorkflowEffect[]
  readonly leaves: readonly WorkflowEffect[]
  readonly clocks: readonly WorkflowClock[]
  readonly levels: readonly WorkflowLevel[]
}

export interface WorkflowWay extends Way {
  readonly label: Text
  readonly condition: Compiled | null
  readonly guard: readonly Check[]
  /** What it asks by itself: its form, and fields that are required and not in it. */
  readonly fields: readonly FormItem[]
  readonly effects: readonly WorkflowEffect[]
}

/** Something that must hold, and the sentence for when it does not. */
export interface Check {
  readonly expression: Compiled
  readonly message: Text
  /** What the names in the message stand for. */
  readonly fills: ReadonlyMap<string, Compiled>
}

/** An effect with its expressions read; `key` says which it is within the definition. */
export interface WorkflowEffect {
  readonly key: string
  readonly spec: EffectSpec
  /** Of `set` its value, of `task` when it is due. */
  readonly value: Compiled | null
  /** Of `notify` those who are told only if something holds. */
  readonly told: readonly WorkflowTold[]
}

export interface WorkflowTold {
  readonly name: string
  readonly when: Compiled | null
}

export interface WorkflowClock {
  readonly spec: ClockSpec
  readonly name: Text
  /** The list for each of whose records it runs; null for a clock of the stage alone. */
  readonly each: string | null
  readonly when: Compiled | null
  readonly from: Compiled | null
  readonly fromDate: Compiled | null
  readonly until: Compiled | null
  readonly untilDate: Compiled | null
  /** By the field that it is read from. */
  readonly untilFields: readonly { readonly field: string; readonly value: Compiled }[]
  readonly tightenBy: Compiled | null
  readonly override: Compiled | null
  readonly zone: Compiled | string | null
}

export interface WorkflowLevel {
  readonly after: After
  readonly told: readonly WorkflowTold[]
  readonly action: string | null
}

export interface WorkflowPolicy {
  readonly key: string
  readonly name: Text
  readonly steps: readonly {
    readonly name: Text | null
    readonly when: Compiled | null
    readonly mode: 'any' | 'all'
    readonly approvers: readonly WorkflowApprover[]
  }[]
}

export type WorkflowApprover =
  | { readonly role: string }
  | { readonly user: string }
  | { readonly manager: number }
  | { readonly field: Compiled }
