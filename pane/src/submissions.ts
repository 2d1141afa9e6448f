import type { Session } from './session.ts'

/** One thing somebody meant to do, over all its attempts. */
export interface Submission {
  /** The Idempotency-Key. */
  readonly key: string
  /** The version first seen: a repeated attempt says the very same, whatever the panel shows by now. */
  readonly version?: number
  readonly input: Readonly<Record<string, string | null>>
}

export interface Submissions {
  /** The unanswered submission that says the same, or a new one. `form` names the form and where it stands. */
  begin(form: string, wanted: Omit<Submission, 'key'>): Submission
  /** The Worker has said what became of it; the next one is another. */
  end(form: string): void
}

/**
 * A second click, or another try after a lost answer, must not do a thing twice; doing the same thing
 * again on purpose must. What tells them apart is whether the Worker has answered.
 */
export function submissionsIn(session: Session, newKey: () => string): Submissions {
  return {
    begin(form, wanted) {
      const unanswered = session.read<Submission>(`submission ${form}`)
      if (unanswered && JSON.stringify(unanswered.input) === JSON.stringify(wanted.input)) return unanswered
      const submission = { key: newKey(), ...wanted }
      session.write(`submission ${form}`, submission)
      return submission
    },
    end: (form) => session.write(`submission ${form}`, undefined),
  }
}
