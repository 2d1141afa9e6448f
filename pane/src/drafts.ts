import { type Control, controlsOf, formKey, formsOf, givenValue } from './fields.ts'
import type { Session } from './session.ts'

/** What was typed into the forms of one place and is not saved: text by form and field. */
type Draft = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Drafts {
  /** Takes down what a field holds, or forgets it once that is what the Worker gave. */
  keep(place: string, control: Control): void
  /** Puts what was typed back into its fields, and opens the folds they are in. */
  restore(place: string, root: ParentNode): void
  /** Texts of a form that no field of it takes any more. */
  homeless(place: string, form: string, root: ParentNode): string[]
  forget(place: string, form: string): void
}

export function draftsIn(session: Session): Drafts {
  const read = (place: string): Draft => session.read<Draft>(`draft ${place}`) ?? {}

  function write(place: string, form: string, texts: Readonly<Record<string, string>>): void {
    const { [form]: _, ...others } = read(place)
    const draft = Object.keys(texts).length > 0 ? { ...others, [form]: texts } : others
    session.write(`draft ${place}`, Object.keys(draft).length > 0 ? draft : undefined)
  }

  return {
    keep(place, control) {
      if (!control.form) return
      const form = formKey(control.form)
      const { [control.name]: _, ...others } = read(place)[form] ?? {}
      const changed = control.value !== givenValue(control)
      write(place, form, changed ? { ...others, [control.name]: control.value } : others)
    },

    restore(place, root) {
      const draft = read(place)
      for (const form of formsOf(root)) {
        const texts = draft[formKey(form)] ?? {}
        for (const control of controlsOf(form)) {
          const typed = texts[control.name]
          if (typed === undefined) continue
          if (control.value !== typed) control.value = typed
          const fold = control.closest<HTMLDetailsElement>('details.folded')
          if (fold) fold.open = true
        }
      }
    },

    homeless(place, form, root) {
      const homes = new Set(
        formsOf(root, form)
          .flatMap(controlsOf)
          .map((control) => control.name),
      )
      return Object.entries(read(place)[form] ?? {}).flatMap(([name, typed]) => (homes.has(name) ? [] : [typed]))
    },

    forget: (place, form) => write(place, form, {}),
  }
}
