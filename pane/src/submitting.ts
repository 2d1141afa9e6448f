import type { ActionAnswer, ReplyAnswer } from '#shared/api.ts'
import { said, type WorkerProblem } from './call-worker.ts'
import type { Drafts } from './drafts.ts'
import { type Control, clearRemark, controlsOf, formKey, formsOf, givenValue, inputOf, remark } from './fields.ts'
import { FILE_MAIL, type Filed, fileMail } from './filing.ts'
import type { Following } from './following.ts'
import { showLetter } from './letter.ts'
import type { Pane } from './pane.ts'
import { have } from './panel-state.ts'
import { keyOf, type Place } from './place.ts'
import type { Submission, Submissions } from './submissions.ts'

/** Sends a form and says at the form what came of it, without losing a word of what was typed. */
export function submitting(pane: Pane, following: Following, drafts: Drafts, submissions: Submissions) {
  const { beside, worker, frame, memory, words } = pane
  const underWay = new Set<string>()

  return async function submit(form: HTMLFormElement): Promise<void> {
    const at = following.place
    const name = formKey(form)
    const standing = `${keyOf(at)} ${name}`
    if (underWay.has(standing)) return
    underWay.add(standing)
    const { action = '', type = '', id = '', version } = form.dataset
    const what = form.querySelector('[type=submit]')?.textContent?.trim() ?? ''
    const submission = submissions.begin(standing, {
      ...(version === undefined ? {} : { version: Number(version) }),
      input: inputOf(form),
    })
    frame.dismiss()
    for (const control of controlsOf(form)) clearRemark(control)
    busy(name, true)
    const filed = action === FILE_MAIL ? await fileMail(pane, at, id, submission.input) : null
    if (filed && filed.kind !== 'headers') {
      underWay.delete(standing)
      busy(name, false)
      submissions.end(standing)
      return fileTold(at, name, what, filed)
    }
    const message = following.messageOf(at)
    const see = following.seen(at)
    const reply = await worker.act(
      action,
      {
        target: { type, id, ...(submission.version === undefined ? {} : { version: submission.version }) },
        input: submission.input,
        host: beside.surface,
        ...(message ? { message } : {}),
        ...(see ? { see } : {}),
        render: 'html',
        have: have(memory.get(keyOf(at))),
      },
      submission.key,
    )
    underWay.delete(standing)
    busy(name, false)

    const fail = (why: string, tone: 'warning' | 'danger') =>
      frame.tell(at === following.place ? why : words('lateFailure', { what, why }), tone)
    if (reply.kind === 'unreachable') return fail(words('notSent'), 'danger')
    if (reply.kind === 'signed-out') {
      following.signOut()
      return fail(words('signedOut'), 'warning')
    }
    const { outcome } = reply.kind === 'answer' ? reply.answer : reply.problem
    if (outcome) submissions.end(standing)
    if (reply.kind === 'answer') {
      const { answer } = reply
      return answer.outcome === 'written' ? written(at, name, answer) : saved(at, name, submission, answer)
    }
    if (outcome === 'conflict') return fail(await conflicted(at, name, reply.problem), 'warning')
    const why = outcome === 'rejected' ? await rejected(at, name, reply.problem) : words('problem', said(reply.problem))
    if (why) fail(why, 'danger')
  }

  /** The panel says by whom it is filed: the same to whoever was faster or slower. */
  async function fileTold(at: Place, name: string, what: string, filed: Filed): Promise<void> {
    const fail = (why: string, tone: 'warning' | 'danger') =>
      frame.tell(at === following.place ? why : words('lateFailure', { what, why }), tone)
    switch (filed.kind) {
      case 'unreachable':
        return fail(words('notSent'), 'danger')
      case 'signed-out':
        following.signOut()
        return fail(words('signedOut'), 'warning')
      case 'refused':
        return fail((await rejected(at, name, filed.problem)) || filed.problem.title, 'danger')
    }
    if (at === following.place) await following.refresh()
    else memory.forget(keyOf(at))
    beside.saved?.()
    frame.tell(words('filed'), 'good')
  }

  function busy(name: string, is: boolean): void {
    for (const form of formsOf(frame.panel, name)) {
      if (is) form.setAttribute('aria-busy', 'true')
      else form.removeAttribute('aria-busy')
    }
  }

  /** The form begins anew, but for what was typed into it since it was sent. */
  function saved(at: Place, name: string, submission: Submission, answer: ActionAnswer): void {
    drafts.forget(keyOf(at), name)
    for (const form of at === following.place ? formsOf(frame.panel, name) : []) {
      for (const control of controlsOf(form)) {
        if (control.value === (submission.input[control.name] ?? '')) control.value = givenValue(control)
        drafts.keep(keyOf(at), control)
      }
      if (controlsOf(form).every((control) => control.value === givenValue(control))) fold(form)
    }
    void following.take(at, answer)
    beside.saved?.()
    frame.tell(words('saved'), 'good')
  }

  /** A letter goes into the reply to the mail it was written beside; else it is there to be copied. */
  async function written(at: Place, name: string, { reply: letter, panel }: ReplyAnswer): Promise<void> {
    if (panel) {
      void following.take(at, { ...panel, outcome: 'saved' })
      beside.saved?.()
    }
    const replied = letter.fits && at === following.place && (await beside.reply?.(letter, at))
    if (replied) for (const form of formsOf(frame.panel, name)) fold(form)
    if (replied && letter.attachments) {
      const whole = replied === 'whole'
      return frame.tell(words(whole ? 'filesOpen' : 'filesMissing'), whole ? 'good' : 'warning', letter.attachments)
    }
    if (replied) return frame.tell(letter.heed ?? words('replyOpen'), letter.heed ? 'warning' : 'good')
    showLetter(letter, at.message ? words(letter.fits ? 'noReply' : 'otherBuyer') : '', words)
  }

  /** What is there now comes in; what was typed stays, and each field says what stands there now. */
  async function conflicted(at: Place, name: string, problem: WorkerProblem): Promise<string> {
    await following.take(at, problem)
    const here = at === following.place
    for (const control of here ? formsOf(frame.panel, name).flatMap(controlsOf) : []) {
      if (control.value === givenValue(control)) continue
      remark(control, words('thereNow', { value: shownValue(control) || words('empty') }), { invalid: false })
    }
    const homeless = here ? drafts.homeless(keyOf(at), name, frame.panel) : []
    const typed = homeless.length > 0 ? words('typed', { typed: homeless.join(' · ') }) : ''
    return [words('conflict'), typed].filter(Boolean).join(' ')
  }

  /** Each problem at its field, the first one in focus. Those without a field are the answer. */
  async function rejected(at: Place, name: string, problem: WorkerProblem): Promise<string> {
    const { problems = [] } = problem
    if (at !== following.place) return problems.map(({ message }) => message).join(' ') || problem.title
    if (problem.sections && problem.order) await following.take(at, problem)
    const controls = formsOf(frame.panel, name).flatMap(controlsOf)
    const placed = problems.filter(({ field }) => controls.some((control) => control.name === field))
    for (const { field, message } of placed) {
      for (const control of controls) if (control.name === field) remark(control, message, { invalid: true })
    }
    controls
      .find((control) => control.getAttribute('aria-invalid') === 'true' && control.getClientRects().length > 0)
      ?.focus()
    const others = problems.filter((one) => !placed.includes(one)).map(({ message }) => message)
    return others.join(' ') || (placed.length > 0 ? '' : problem.title)
  }
}

/** Closes the fold a form stands in; a focus inside goes to its switch instead of nowhere. */
function fold(form: HTMLFormElement): void {
  const around = form.closest<HTMLDetailsElement>('details.folded')
  if (!around) return
  if (around.contains(document.activeElement)) around.querySelector('summary')?.focus({ preventScroll: true })
  around.open = false
}

function shownValue(control: Control): string {
  const given = givenValue(control)
  if (!('options' in control)) return given
  return [...control.options].find((option) => option.value === given)?.text ?? given
}
