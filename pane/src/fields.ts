export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A form's name on every drawing of it: what is done, and to what. */
export const formKey = ({ dataset }: HTMLFormElement): string => `${dataset.action}/${dataset.type}/${dataset.id}`

export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')]
}

/** Every drawing of a form: a section may show one in its summary and again in full. */
export function formsOf(root: ParentNode, key?: string): HTMLFormElement[] {
  return [...root.querySelectorAll('form')].filter((form) => key === undefined || formKey(form) === key)
}

/** What the Worker gave the field, whatever was typed since. */
export function givenValue(control: Control): string {
  if (!('options' in control)) return control.defaultValue
  const options = [...control.options]
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? ''
}

/**
 * What a form says. An emptied field is `null`; a required one is left out instead, so that it is
 * told to be required and not to be of the wrong kind.
 */
export function inputOf(form: HTMLFormElement): Record<string, string | null> {
  const entries = controlsOf(form).map((control) => [control.name, control.value || null, control.required] as const)
  return Object.fromEntries(entries.filter(([, value, required]) => value !== null || !required))
}

/** A sentence under a field, read out with it. `invalid` marks the field as what is wrong. */
export function remark(control: Control, sentence: string, { invalid }: { readonly invalid: boolean }): void {
  clearRemark(control)
  const paragraph = document.createElement('p')
  paragraph.id = remarkId(control)
  paragraph.className = invalid ? 'remark problem' : 'remark'
  paragraph.textContent = sentence
  control.after(paragraph)
  if (invalid) control.setAttribute('aria-invalid', 'true')
  control.setAttribute('aria-describedby', `${paragraph.id} ${control.getAttribute('aria-describedby') ?? ''}`.trim())
}

/** Takes down what is said at fields. The answer says it again where a patch took it away. */
export function noteRemarks(root: ParentNode): () => void {
  const said = formsOf(root).flatMap((form) =>
    controlsOf(form).flatMap((control) => {
      const sentence = document.getElementById(remarkId(control))?.textContent
      const invalid = control.getAttribute('aria-invalid') === 'true'
      return sentence ? [{ control, form: formKey(form), name: control.name, sentence, invalid }] : []
    }),
  )
  return () => {
    for (const { control, form, name, sentence, invalid } of said) {
      if (control.isConnected) continue
      for (const heir of formsOf(root, form).flatMap(controlsOf)) {
        if (heir.name === name) remark(heir, sentence, { invalid })
      }
    }
  }
}

const remarkId = ({ id }: Control): string => `${id}.remark`

export function clearRemark(control: Control): void {
  const id = remarkId(control)
  document.getElementById(id)?.remove()
  control.removeAttribute('aria-invalid')
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((other) => other && other !== id)
  if (others.length > 0) control.setAttribute('aria-describedby', others.join(' '))
  else control.removeAttribute('aria-describedby')
}
