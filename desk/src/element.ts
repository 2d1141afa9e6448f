/** An element of the desk's own page. */
export const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement

/** A new element with a class and children; strings become text, never markup. */
export function element(
  tag: keyof HTMLElementTagNameMap,
  className: string,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** Some value as text that keeps its writing direction to itself. */
export const isolated = (value: string, className = ''): HTMLElement => element('bdi', className, value)
