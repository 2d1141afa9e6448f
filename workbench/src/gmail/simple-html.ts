/** What Google's texts may hold; anything else is passed over, what it encloses is not. */
const ALLOWED = new Set(['B', 'I', 'U', 'S', 'FONT', 'A', 'TIME', 'BR'])

/** A text with Google's simple HTML as nodes. The parser makes an inert document, and of its elements none is taken over. */
export function simpleHtml(said: string): (Node | string)[] {
  return drawn(new DOMParser().parseFromString(said, 'text/html').body)
}

function drawn(from: Node): (Node | string)[] {
  return [...from.childNodes].flatMap((node) => {
    if (!(node instanceof Element)) return [node.textContent ?? '']
    if (!ALLOWED.has(node.tagName)) return drawn(node)
    const made = document.createElement(node.tagName)
    for (const name of ['color', 'href']) {
      const value = node.getAttribute(name)
      if (value !== null && (name !== 'href' || /^https:/i.test(value))) made.setAttribute(name, value)
    }
    made.append(...drawn(node))
    return [made]
  })
}
