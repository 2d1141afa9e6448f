import type { Draft } from '../mailbox/mail.ts'

/** A draft as it is told, its files along with it. */
export interface KeptDraft extends Omit<Draft, 'files'> {
  readonly files: readonly { readonly name: string; readonly mime: string; readonly base64: string }[]
}

/** A draft of somebody's, out of the stand-in for Google's servers. Rejects when it is not there. */
export async function loadDraft(as: string, draftId: string): Promise<Draft> {
  const response = await fetch(`/local/gmail/drafts/${encodeURIComponent(draftId)}?${new URLSearchParams({ as })}`)
  if (!response.ok) throw new Error(`no draft: ${response.status}`)
  const { files, ...draft }: KeptDraft = await response.json()
  return {
    ...draft,
    files: files.map(({ name, mime, base64 }) => {
      const content = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: mime })
      return { name, bytes: content.size, url: URL.createObjectURL(content) }
    }),
  }
}
