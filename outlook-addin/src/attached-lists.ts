import type { Letter } from '#shared/api.ts'
import { within } from '../../pane/src/within.ts'

type Files = NonNullable<Letter['attachments']>

/** What the host tells of a file, and how it gives what stands in it. */
interface Item {
  readonly attachments?: readonly {
    readonly id: string
    readonly name: string
    readonly isInline: boolean
    readonly size: number
  }[]
  getAttachmentContentAsync(
    id: string,
    done: (result: {
      readonly error: unknown
      readonly value: { readonly content: string; readonly format: string }
    }) => void,
  ): void
}

/** The sheets that the Worker reads, and as much of them as goes along in a call of 256 kB, in signs of base64. */
const LIST = /\.(?:csv|tsv|xls[xm])$/i
const CONTENT_MAX = 60_000
const FILES_MAX = 50
const NAME_MAX = 1_000
/** The letter waits no longer for its files. */
const CONTENT_MS = 3_000

/** What the files of the open mail are called, and what stands in small sheets among them, where the mail program gives it. */
export async function attachedFiles(item: Item, readable: boolean): Promise<Files> {
  const files: Files = []
  let left = CONTENT_MAX
  for (const { id, name, isInline, size } of (item.attachments ?? []).slice(0, FILES_MAX)) {
    const wanted = readable && LIST.test(name) && (size * 4) / 3 < left
    const content = wanted ? await contentOf(item, id) : null
    const fits = content !== null && content.length <= left
    if (fits) left -= content.length
    files.push({ name: name.slice(0, NAME_MAX), inline: isInline, ...(fits ? { content } : {}) })
  }
  return files
}

/** Null for what is no file of bytes, and where no answer comes. */
async function contentOf(item: Item, id: string): Promise<string | null> {
  const asked = new Promise<string | null>((resolve) => {
    item.getAttachmentContentAsync(id, ({ error, value }) =>
      resolve(!error && value.format === 'base64' ? value.content.replace(/\s+/g, '') : null),
    )
  })
  return within(CONTENT_MS, asked).catch(() => null)
}
