import type { DealFile } from '#shared/deal/deal-file.ts'
import { dealState } from '#shared/deal/deal-state.ts'
import { documentName, missingDocuments } from '#shared/deal/papers.ts'
import { type Step, stepsOf } from '#shared/deal/steps.ts'
import { waitedFor } from '#shared/deal/waited-for.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES } from '#shared/trade/index.ts'
import { ROLE_NAMES } from '#shared/trade/role-names.ts'
import type { Owner } from '#shared/workflow/definition/owner.ts'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import { WAY_TYPES } from '#shared/workflow/standard/index.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { quoted } from './quoted.ts'
import { formsInTurn } from './road-forms.ts'
import { checklist, progress } from './road-goods.ts'
import { milestones } from './road-milestones.ts'
import { receipts } from './road-money.ts'

/** The road of a deal: its stages, the one thing to do next, and what it waits for. */
export const road: SectionBuilder<DealFile> = {
  key: 'road',
  build(file, view) {
    const { language } = view
    const forms = formsInTurn(file, view)
    const ahead = forms.find(({ turn }) => turn.isAhead)?.form
    const others = forms.flatMap(({ form }) => (form === ahead ? [] : [form])).slice(0, OTHERS_MAX)
    const held = heldBack(file, view).map((text): Widget => ({ kind: 'note', text, tone: 'warning' }))
    const first = ahead ? [{ ...ahead, primary: true as const }] : []
    const now = whoseTurn(file, view)
    // What the buyer waits for is at hand at a glance, and so is who they are: to find it first would be one press too many.
    const papers = others
      .filter(({ action }) => action === 'create-customer' || action === 'quote-asked' || action.startsWith('write-'))
      .slice(0, 1)
    const said = held.slice(0, papers.length > 0 ? 1 : 3)
    return {
      title: say(text('Deal {number}', '生意 {number}'), language, {
        number: file.unseen ? '' : file.deal.doc_no,
      }).trim(),
      summary: [stepper(file, view), ...now, ...said, ...first, ...papers],
      full: [
        stepper(file, view),
        ...now,
        ...trace(file, view),
        ...records(file, view),
        ...quoted(file, view),
        ...progress(file, view),
        ...milestones(file, view),
        ...checklist(file, view),
        ...receipts(file, view),
        ...held,
        ...first,
        ...others,
      ],
    }
  },
}

/** As many as somebody reads through; the others come up as these are done. */
const OTHERS_MAX = 30

/** Where the deal stands, since when, and who is to act there. */
function whoseTurn(file: DealFile, view: View): Widget[] {
  const { road, deal } = file
  const { language, timezone } = view
  const { tokens, finished } = dealState(deal)
  if (finished) {
    const { choices } = TYPES.deal.fields.status
    const value = choices[deal.status][language]
    return [
      { kind: 'fact', label: TYPES.deal.fields.status.label[language], value, detail: dateTime(finished.at, timezone) },
    ]
  }
  return tokens.slice(0, 2).flatMap(({ node, since }): Widget[] => {
    const stage = road?.nodes.get(node)
    if (!stage || !road?.stages.includes(node)) return []
    return [
      {
        kind: 'fact',
        label: tokens.length > 1 ? stage.name[language] : RESPONSIBLE[language],
        value: ownerName(stage.spec.owner, file, language) ?? '–',
        detail: say(SINCE, language, { time: dateTime(since, timezone) }),
      },
    ]
  })
}

const RESPONSIBLE = text('Responsible', '负责人')
const SINCE = text('since {time}', '自 {time}')

/** Whose a stage is: everybody of a post, or whoever the deal's own people are. */
function ownerName(owner: Owner | undefined, { deal, people }: DealFile, language: Language): string | null {
  const followed = owner?.role === 'merchandiser' || owner?.field === 'deal.merchandiser'
  if (followed && deal.merchandiser_id !== null) return people[deal.merchandiser_id] ?? null
  if (owner?.role) return (ROLE_NAMES as Readonly<Record<string, Text>>)[owner.role]?.[language] ?? owner.role
  return deal.owner_id === null ? null : (people[deal.owner_id] ?? null)
}

/** How the deal's papers and goods stand, the newest of each kind. */
function records({ parts }: DealFile, { language }: View): Widget[] {
  return WAY_TYPES.flatMap((type): Widget[] => {
    const [newest] = parts[type] as readonly AnyRecord[]
    const { status } = TYPES[type].fields as Fields
    if (!newest || status?.kind !== 'choice') return []
    const name = newest[TYPES[type].title]
    return [
      {
        kind: 'fact',
        label: TYPES[type].label[language],
        value: status.choices[String(newest.status)]?.[language] ?? String(newest.status),
        ...(typeof name === 'string' && type !== 'survey' ? { detail: name } : {}),
      },
    ]
  })
}

function stepper({ road, deal, unseen }: DealFile, { language }: View): Widget {
  const stages = road ? stagesOf(road, dealState(deal)) : []
  return {
    kind: 'steps',
    label: unseen ? TYPES.deal.label[language] : deal.subject,
    steps: stages.map(({ name, state }) => ({
      label: name[language],
      state: state === 'now' ? 'now' : state === 'next' ? 'next' : 'done',
    })),
  }
}

/** Which stages were passed, when and by whom. */
function trace({ road, deal, people }: DealFile, { language, timezone }: View): Widget[] {
  return dealState(deal)
    .passed.filter(({ node }) => road?.stages.includes(node))
    .slice(-10)
    .map(({ node, left, by, skipped }): Widget => {
      const name = road?.nodes.get(node)?.name[language] ?? node
      const who = by === null ? '' : (people[by] ?? '')
      return {
        kind: 'fact',
        label: name,
        value: skipped ? text('Skipped', '已跳过')[language] : dateTime(left, timezone),
        ...(who ? { detail: who } : {}),
      }
    })
}

/** Whether a sentence names every paper that another names one by one. */
function saysAll(whole: string, part: string, file: DealFile, { language }: View): boolean {
  const names = missingDocuments(file.whole ?? file).map((key) => documentName(key, language))
  return names.length > 1 && names.every((name) => whole.includes(name)) && names.some((name) => part.includes(name))
}

/** What the stages at which the deal stands still wait for, each sentence once. */
function heldBack(file: DealFile, view: View): string[] {
  if (file.unseen) return []
  const steps = stepsOf(file, view)
  const waited = waitedFor(file, view)
  const isFirst = ({ record }: Step, at: number) => steps.findIndex((other) => other.record.id === record.id) === at
  // What holds back the very next step of something, then what the stage itself waits for.
  const waiting = [
    ...steps.filter((step, at) => step.type !== 'deal' && waited.includes(step.type) && isFirst(step, at)),
    ...steps.filter(({ type, way }) => type === 'deal' && way.kind === 'flow'),
  ]
  const sentences = [...new Set(waiting.flatMap(({ way }) => way.held.map((sentence) => sentence[view.language])))]
  return sentences.filter(
    (sentence) => !sentences.some((other) => other !== sentence && saysAll(other, sentence, file, view)),
  )
}
