import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { evaluateMail } from './evaluate/mails.ts'
import { type Score, score, total } from './evaluate/mails-score.ts'

/**
 * Writes into `docs/recognition.md` how the fields of the sample mails are read. Usage: node tools/recognition-table.ts;
 * with `--print` the table and each wrong answer go to the screen and nothing is written.
 */
const root = resolve(import.meta.dirname, '..')
const SETS = [
  [
    'The eight sample mails',
    process.env.QUAYSIDE_MAILS ?? join(root, 'workbench/mails'),
    join(root, 'tests/fixtures/mails/given.json'),
  ],
  [
    'Eleven mails that were written before the rules had seen them',
    join(root, 'tests/fixtures/mails/unseen'),
    join(root, 'tests/fixtures/mails/unseen/expected.json'),
  ],
  ...(
    [
      ['Twenty-eight mails of other trades', 'trades'],
      ['Nineteen more', 'trades-two'],
      ['Ten more', 'trades-three'],
    ] as const
  ).map(
    ([title, name]) =>
      [
        title,
        join(root, 'tests/fixtures/mails', name),
        join(root, 'tests/fixtures/mails', name, 'expected.json'),
      ] as const,
  ),
  ['Fourteen mails of our own', join(root, 'tests/fixtures/mails'), join(root, 'tests/fixtures/mails/expected.json')],
] as const

const MARK = '<!-- written by tools/recognition-table.ts -->'
const print = process.argv.includes('--print')
const parts: string[] = []
for (const [title, folder, file] of SETS) {
  const expected = JSON.parse(readFileSync(file, 'utf8'))
  const names = readdirSync(folder).filter((name) => name in expected)
  const answers = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await evaluateMail(join(folder, name))])),
  )
  const scores = score(Object.fromEntries(names.map((name) => [name, expected[name]])), answers)
  parts.push(tableOf(title, scores))
  if (print) for (const { wrong } of scores) for (const line of wrong) console.log(`wrong: ${line}`)
}
if (print) console.log(parts.join('\n\n'))
else {
  const page = join(root, 'docs/recognition.md')
  const [before = ''] = readFileSync(page, 'utf8').split(MARK)
  writeFileSync(page, `${before}${MARK}\n\n${parts.join('\n\n')}\n`)
}

function tableOf(title: string, scores: readonly Score[]): string {
  const row = (name: string, { expected, right, uncertain, missing }: Omit<Score, 'field' | 'wrong'>, wrong: number) =>
    `| ${name} | ${expected} | ${right} | ${uncertain} | ${missing} | ${wrong} |`
  const all = total(scores)
  const percent = (part: number) => `${((100 * part) / all.expected).toFixed(1)} %`
  return [
    `### ${title}`,
    '',
    `${percent(all.right)} right, ${percent(all.uncertain)} marked uncertain, ${percent(all.missing)} not found, ${percent(all.wrong)} wrong.`,
    '',
    '| field | expected | right | uncertain | not found | wrong |',
    '|---|---|---|---|---|---|',
    ...scores.map((one) => row(`\`${one.field}\``, one, one.wrong.length)),
    row('all', all, all.wrong),
  ].join('\n')
}
