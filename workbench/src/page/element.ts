type Child = Node | string | null | undefined | false

/** An element with its properties, attributes and children. Strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const { attributes = {}, ...own } = properties
  const made = Object.assign(document.createElement(tag), own)
  setAttributes(made, attributes)
  made.append(...present(children))
  return made
}

/** A button that does something here and sends no form. */
export function button(properties: Properties<'button'>, ...children: Child[]): HTMLButtonElement {
  return element('button', { type: 'button', ...properties }, ...children)
}

type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset' | 'attributes'>
> & { readonly attributes?: Attributes }

/** Null and false take an attribute away, true sets it without a value. */
type Attributes = Readonly<Record<string, string | boolean | null>>

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) target.removeAttribute(name)
    else target.setAttribute(name, value === true ? '' : value)
  }
}

/** Gives an element new children. */
export function fill(target: Element, ...children: Child[]): void {
  target.replaceChildren(...present(children))
}

function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false)
}
