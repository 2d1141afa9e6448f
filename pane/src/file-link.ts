import type { Attachment } from '#shared/api.ts'

/** Where a file is got by hand; a page of its own, for hosts let no frame download. */
export function fileLink({ name, url }: Attachment): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), {
    href: url,
    textContent: name,
    target: '_blank',
    rel: 'noopener noreferrer',
    dir: 'auto',
  })
}
