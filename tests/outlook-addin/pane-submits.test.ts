import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ActionAsk } from '#shared/api.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { aPanel, firstSection, held, message, NOTE, note, ofSender, title } from './pane-fixtures.ts'
import { drawn, mail, type Said, select, usePane, type WorkerScript } from './pane-stage.ts'

const { opened } = usePane()

describe('submitting', () => {
  interface Attempt {
    readonly action: string
    readonly ask: ActionAsk
    readonly key: string
  }

  /** A Worker that takes down every attempt and answers with `answers` in turn, and then with the last. */
  function acting(...answers: (Said | Promise<Said>)[]) {
    const attempts: Attempt[] = []
    const worker: WorkerScript = {
      ...ofSender(),
      act(action, ask, key) {
        attempts.push({ action, ask, key })
        return answers[Math.min(attempts.length, answers.length) - 1] ?? 'no-network'
      },
    }
    return { attempts, worker }
  }

  const saved = (panel = aPanel('Thiago')): Said => ({ body: { outcome: 'saved', ...drawn(panel) } })
  const problem = (status: number, more: object): Said => ({
    status,
    body: { type: 'urn:x', title: 'It did not work.', status, code: 'x', requestId: 'r-17', ...more },
  })

  async function submit(page: Page, text: string): Promise<void> {
    await page.fill('textarea', text)
    await page.click('[type=submit]')
  }

  test('says which action, on what, with what was seen and typed; then the form is empty and says so', async () => {
    const { attempts, worker } = acting(saved())
    const page = await opened(worker)
    await submit(page, 'Called')
    await expect.poll(() => message(page)).toBe('Saved')
    expect(await page.inputValue('textarea')).toBe('')
    const { action, ask } = attempts[0] as Attempt
    expect(action).toBe('add-note')
    expect(ask).toMatchObject({ target: NOTE.target, input: { note: 'Called' }, host: 'outlook', render: 'html' })
    expect(ask.message?.from?.name).toBe('Thiago')
    await page.reload()
    await page.waitForSelector('textarea')
    expect(await page.inputValue('textarea')).toBe('')
  })

  test('a double click is one submission', async () => {
    const answer = held()
    const { attempts, worker } = acting(answer.answer)
    const page = await opened(worker)
    await page.fill('textarea', 'Called')
    await page.dblclick('[type=submit]')
    answer.letGo(saved())
    await expect.poll(() => message(page)).toBe('Saved')
    expect(attempts).toHaveLength(1)
  })

  test('after a lost answer another try says the very same with the same key, even over a reload and a newer panel', async () => {
    const { attempts, worker } = acting('no-network', saved())
    let version = 1
    const page = await opened({
      ...worker,
      panel: (ask) => ({
        body: drawn(aPanel('Thiago', { notes: [note({ target: { ...NOTE.target, version } })] }), ask),
      }),
    })
    await submit(page, 'Called')
    await expect.poll(() => message(page)).toContain('Not saved')
    version = 2
    await page.reload()
    await page.waitForSelector('[data-version="2"]')
    await page.click('[type=submit]')
    await expect.poll(() => message(page)).toBe('Saved')
    expect(attempts[1]).toEqual({ ...attempts[0], ask: { ...attempts[0]?.ask, have: attempts[1]?.ask.have } })
  })

  test('changed words are another submission, and so are the same words after an answer', async () => {
    const { attempts, worker } = acting('no-network', saved(), saved())
    const page = await opened(worker)
    await submit(page, 'Called')
    await expect.poll(() => message(page)).toContain('Not saved')
    await submit(page, 'Called twice')
    await expect.poll(() => message(page)).toBe('Saved')
    await submit(page, 'Called twice')
    await expect.poll(() => attempts.length).toBe(3)
    expect(new Set(attempts.map(({ key }) => key)).size).toBe(3)
  })

  test('on conflict the words stay, and beside them stands what is there now', async () => {
    const dated = (value: string): Panel =>
      aPanel('Thiago', { notes: [note({ fields: [{ key: 'due', label: 'Due', input: 'date', value }] })] })
    const { worker } = acting(problem(409, { outcome: 'conflict', ...drawn(dated('2026-11-20')), title: 'Faster.' }))
    const page = await opened({ ...worker, panel: (ask) => ({ body: drawn(dated('2026-11-01'), ask) }) })
    await page.fill('input[type=date]', '2026-11-10')
    await page.click('[type=submit]')
    await expect.poll(() => message(page)).toContain('A colleague was faster')
    expect(await page.inputValue('input[type=date]')).toBe('2026-11-10')
    expect(await page.textContent('.remark')).toBe('There now: 2026-11-20')
    expect(await title(page)).toBe('Thiago')
  })

  test('words whose field is gone with the conflict are said back', async () => {
    const gone = aPanel('Thiago', { notes: [{ kind: 'note', text: 'Done by David' }] })
    const { worker } = acting(problem(409, { outcome: 'conflict', ...drawn(gone) }))
    const page = await opened(worker)
    await submit(page, 'My long text')
    await expect.poll(() => message(page)).toContain('My long text')
  })

  test('a refusal is said at its field, which gets the focus and is announced with it', async () => {
    const problems = [
      { field: 'note', code: 'too_long', message: 'At most 10 characters.' },
      { field: 'status', code: 'held_back', message: 'The deposit is missing.' },
    ]
    const { worker } = acting(problem(422, { outcome: 'rejected', problems }))
    const page = await opened(worker)
    await submit(page, 'Far too many words')
    await page.waitForSelector('textarea[aria-invalid]')
    expect(
      await page.evaluate(() => {
        const described = document.activeElement?.getAttribute('aria-describedby') ?? ''
        return [document.activeElement?.tagName, document.getElementById(described)?.textContent]
      }),
    ).toEqual(['TEXTAREA', 'At most 10 characters.'])
    expect(await message(page)).toBe('The deposit is missing.')
    expect(await page.inputValue('textarea')).toBe('Far too many words')
    await page.type('textarea', '.')
    expect(await page.locator('[aria-invalid]').count()).toBe(0)
  })

  test('any other problem is told with its reference, and the words stay', async () => {
    const { worker } = acting(problem(500, {}))
    const page = await opened(worker)
    await submit(page, 'Called')
    await expect.poll(() => message(page)).toBe('It did not work. Reference: r-17')
    expect(await page.inputValue('textarea')).toBe('Called')
  })

  test('an answer that comes beside another mail changes nothing there, and a failure is still told', async () => {
    const answer = held()
    const { worker } = acting(answer.answer)
    const page = await opened(worker)
    await submit(page, 'Called')
    await select(page, mail('Paula'))
    await expect.poll(() => page.locator('#panel section').count()).toBe(1)
    answer.letGo(problem(422, { outcome: 'rejected', problems: [{ field: 'note', code: 'x', message: 'Too long.' }] }))
    await expect.poll(() => message(page)).toBe('Beside another mail, “Add a note” was not saved. Too long.')
    expect(await title(page)).toBe('Paula')
    expect(await page.locator('.remark').count()).toBe(0)
  })

  test('what was saved beside a mail left behind is told, shown nowhere else, and its form is empty on return', async () => {
    const answer = held()
    const { worker } = acting(answer.answer)
    const page = await opened(worker)
    await submit(page, 'Called')
    await select(page, mail('Paula'))
    await expect.poll(() => page.locator('#panel section').count()).toBe(1)
    answer.letGo(saved(aPanel('Thiago', { notes: [{ kind: 'note', text: 'Thiago’s secret' }] })))
    await expect.poll(() => message(page)).toBe('Saved')
    expect([await title(page), await firstSection(page)].join()).not.toContain('Thiago')
    await select(page, mail('Thiago'))
    await page.waitForSelector('textarea')
    expect(await page.inputValue('textarea')).toBe('')
  })

  test('an emptied field is null, and an empty required one is left out', async () => {
    const { attempts, worker } = acting(saved())
    const form = note({
      fields: [
        { key: 'bl_no', label: 'B/L', input: 'text', value: 'MAEU1' },
        { key: 'note', label: 'Note', input: 'lines', required: true },
      ],
    })
    const page = await opened({ ...worker, panel: (ask) => ({ body: drawn(aPanel('x', { notes: [form] }), ask) }) })
    await page.fill('input', '')
    await page.click('[type=submit]')
    await expect.poll(() => attempts[0]?.ask.input).toEqual({ bl_no: null })
  })
})
