import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { html, type Markup } from '#shared/panel/render/markup.ts'
import { iconName } from '../../../manifests/icons.ts'
import type { Settings } from '../../../manifests/settings.ts'
import { PARTS, type Part } from './install-words.ts'

/** The page for administrators: which file goes where. `plain` when it was opened without TLS. */
export function installPage(settings: Settings, language: Language, { plain }: { readonly plain: boolean }): string {
  const { origin } = settings
  const said = (sentence: Text): Markup => marked(say(sentence, language, { origin }))
  return String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${say(TITLE, language)}</title>
    <link rel="icon" href="/icons/${iconName(32)}">
    <link rel="stylesheet" href="/install/page.css">
  </head>
  <body>
    <header>
      <img src="/icons/${iconName(96)}" width="48" height="48" alt="">
      <h1>${say(TITLE, language)}</h1>
    </header>
    <main>
      <p>${said(LEAD)}</p>
      ${plain && html`<p class="note">${said(PLAIN)}</p>`}
      ${settings.clientId === null && html`<p class="note">${said(NO_CLIENT)}</p>`}
      ${PARTS.map((part) => section(part, said))}
    </main>
  </body>
</html>
`)
}

const TITLE = text('Install Quayside', '安装 Quayside')
const LEAD = text(
  'For administrators. These files are made for this very address, `{origin}`; there is nothing to fill in.',
  '供管理员使用。以下文件已按本地址 `{origin}` 生成，无需填写任何内容。',
)
const PLAIN = text(
  'This page was opened without TLS. Outlook and Google call https alone, so the files name `{origin}`: they work once Quayside answers there. The setting `ORIGIN` names another address.',
  '本页面未通过 TLS 打开。Outlook 和 Google 只调用 https，因此文件中写的是 `{origin}`：Quayside 在该地址可访问后即可使用。如需其他地址，请设置 `ORIGIN`。',
)
const NO_CLIENT = text(
  'The setting `MICROSOFT_CLIENT_ID` is missing: nobody can sign in with Microsoft yet, and Outlook’s files ask for no consent.',
  '尚未设置 `MICROSOFT_CLIENT_ID`：暂时无法用 Microsoft 帐户登录，Outlook 的文件也不会请求同意。',
)

const section = ({ id, heading, files, steps }: Part, said: (sentence: Text) => Markup): Markup => html`
  <section id="${id}">
    <h2>${said(heading)}</h2>
    ${files.map(
      (file) =>
        html`<p><a class="download" href="/install/${file.name}">${file.name}</a> <span class="quiet">${said(file.what)}</span></p>`,
    )}
    ${
      steps.length > 1
        ? html`<ol>${steps.map((step) => html`<li>${said(step)}</li>`)}</ol>`
        : steps.map((step) => html`<p>${said(step)}</p>`)
    }
  </section>`

/** What stands between backticks is for machines. */
const marked = (sentence: string): Markup =>
  html`${sentence.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`
