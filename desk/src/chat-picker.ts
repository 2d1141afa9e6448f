import type { Language } from '#shared/i18n/language.ts'
import { text } from '#shared/i18n/language.ts'
import type { Frame } from '../../pane/src/frame.ts'
import { element } from './element.ts'

const FORM = 'form[data-action=import-chat]'

/**
 * Beside the field into which a conversation is pasted, a way to choose the file that a telephone has exported: its words go into
 * that field, to be looked over and sent as if they were pasted. Whatever is drawn anew has it again.
 */
export function offerChatFiles(frame: Frame, language: Language): void {
  const offer = () => {
    for (const form of frame.panel.querySelectorAll<HTMLFormElement>(FORM)) {
      if (!form.querySelector('[type=file]')) offerIn(form, frame, language)
    }
  }
  new MutationObserver(offer).observe(frame.panel, { childList: true, subtree: true })
  offer()
}

function offerIn(form: HTMLFormElement, frame: Frame, language: Language): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name=chat]')
  if (!field) return
  const picker = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: '.txt,.zip,text/plain,application/zip',
    id: `${field.id}.file`,
  })
  const label = element('label', '', FILE[language])
  label.setAttribute('for', picker.id)
  picker.addEventListener('change', async () => {
    const [file] = picker.files ?? []
    if (!file) return
    const { chatInFile } = await import('./chat-file.ts')
    const chat = await chatInFile(file).catch(() => ({ kind: 'none' }) as const)
    picker.value = ''
    if (chat.kind !== 'read') return frame.tell((chat.kind === 'none' ? NONE : TOO_LARGE)[language], 'danger')
    const { kept, isWhole } = lastOf(chat.text, field.maxLength)
    field.value = kept
    // As if it was typed: the draft keeps it, and what was said of the field is taken back.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
    frame.tell((isWhole ? READ : PART)[language], isWhole ? 'good' : 'warning')
  })
  field.closest('.field')?.before(element('div', 'field', label, picker))
}

/** As much of the end as the field takes, from the beginning of a line: what was said last is what is missing. */
export function lastOf(chat: string, max: number): { readonly kept: string; readonly isWhole: boolean } {
  if (max < 0 || chat.length <= max) return { kept: chat, isWhole: true }
  const end = chat.slice(-max)
  return { kept: end.slice(end.indexOf('\n') + 1), isWhole: false }
}

const FILE = text('Exported file (.txt or .zip), if you have one', '导出的文件（.txt 或 .zip），可选')
const READ = text('It stands in the field below: look it over and send it.', '已填入下方，请核对后提交。')
const PART = text(
  'It is long: the last part of it stands in the field. For the earlier part, paste that.',
  '内容较长，已填入最后一部分；更早的内容请另行粘贴。',
)
const NONE = text('No conversation was found in this file.', '该文件中没有聊天记录。')
const TOO_LARGE = text(
  'This file is too large: export the conversation without media.',
  '文件过大，请选择“不含媒体”导出。',
)
