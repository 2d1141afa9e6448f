import { ROLES } from '#shared/trade/user.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import type { World } from '#shared/workflow/definition/workflow.ts'
import { UsageError } from './usage-error.ts'
import { factsFrom, withChanges } from './workflow/given.ts'
import { inferSchema } from './workflow/infer-schema.ts'
import { ownKeys } from './workflow/own-keys.ts'
import { Scenario } from './workflow/scenario.ts'
import { Trial } from './workflow/trial.ts'

/** What becomes of a run under a definition, command by command; or what is wrong with the definition. */
export function evaluateWorkflow(content: unknown): object {
  const parsed = Scenario.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UsageError(`not a run of a workflow: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
  }
  const scenario = parsed.data
  const world = worldOf(scenario)
  const compiled = compileDefinition(scenario.definition, world)
  if (!compiled.ok) return { definition: { ok: false, problems: compiled.problems }, outcomes: [] }
  const { key, version } = compiled.workflow.definition
  const trial = new Trial(compiled.workflow, scenario, world)
  const outcomes = scenario.commands.map((command) => shown({ command: command.do, ...trial.answer(command) }))
  return { definition: { ok: true, key, version }, outcomes }
}

/** Roles that nobody has as a post: those who lead the people of one. */
const LEADS = ['production_lead', 'logistics_lead']

function worldOf({ schema, facts, commands, staff, roles, effects, definition }: Scenario): World {
  const migrations = commands.flatMap((command) => (command.do === 'migrate' ? [command.migrate.definition] : []))
  const own = new Set([definition, ...migrations].flatMap((one) => [...ownKeys(one)]))
  const given = factsFrom(facts)
  const changes = commands.flatMap((command) => (command.do === 'set' ? [withChanges(given, command.set)] : []))
  return {
    schema: schema ?? inferSchema([given, ...changes], own),
    roles: [...ROLES, ...LEADS, ...[...staff.values()].flatMap((person) => person.roles), ...roles],
    effects,
  }
}

/** Instants are read by people here. No other number of a workflow is so large. */
function shown(value: unknown): unknown {
  if (typeof value === 'number' && value > 1e11) return new Date(value).toISOString()
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)]))
}
