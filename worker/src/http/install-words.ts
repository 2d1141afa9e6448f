import { type Text, text } from '#shared/i18n/language.ts'

/** A part of the install page: what is downloaded and what is done with it. */
export interface Part {
  readonly id: string
  readonly heading: Text
  readonly files: readonly { readonly name: string; readonly what: Text }[]
  readonly steps: readonly Text[]
}

export const PARTS: readonly Part[] = [
  {
    id: 'outlook',
    heading: text('Outlook', 'Outlook'),
    files: [
      {
        name: 'outlook.xml',
        what: text('for every Outlook: web, Windows, Mac, phones', '适用于所有 Outlook：网页版、Windows、Mac、手机'),
      },
      {
        name: 'outlook.zip',
        what: text('the same as an app package; not for Mac and phones', '同样内容的应用包；不支持 Mac 和手机'),
      },
    ],
    steps: [
      text(
        'In the Microsoft 365 admin centre open Settings, Integrated apps, Upload custom apps. Choose Office Add-in and `outlook.xml`.',
        '在 Microsoft 365 管理中心打开“设置”→“集成应用”→“上传自定义应用”，选择“Office 加载项”和 `outlook.xml`。',
      ),
      text(
        'Choose who gets it, and deploy. It is beside their mail within a day.',
        '选择使用人员并部署。一天之内即可在邮件旁看到。',
      ),
      text(
        'One file is enough. Where both are installed, the package hides the other; that takes a day too.',
        '只需安装其中一个。如果两个都安装，应用包会隐藏另一个，同样需要一天生效。',
      ),
      text(
        'For signing in, register an application in Microsoft Entra and set its id as `MICROSOFT_CLIENT_ID`, then download again.',
        '登录需要在 Microsoft Entra 中注册应用，将其 ID 设为 `MICROSOFT_CLIENT_ID`，然后重新下载。',
      ),
    ],
  },
  {
    id: 'gmail',
    heading: text('Gmail', 'Gmail'),
    files: [{ name: 'gmail-deployment.json', what: text('the add-on’s deployment', '插件部署文件') }],
    steps: [
      text(
        'In a Google Cloud project of your own enable the Google Workspace add-ons API, the Gmail API and the Google Workspace Marketplace SDK.',
        '在贵公司自己的 Google Cloud 项目中启用 Google Workspace add-ons API、Gmail API 和 Google Workspace Marketplace SDK。',
      ),
      text(
        'Run `gcloud workspace-add-ons deployments create quayside --deployment-file=gmail-deployment.json`; later versions with `replace` in the place of `create`.',
        '运行 `gcloud workspace-add-ons deployments create quayside --deployment-file=gmail-deployment.json`；以后更新时将 `create` 换成 `replace`。',
      ),
      text(
        'Run `gcloud workspace-add-ons get-authorization`; set what it prints as `GOOGLE_SERVICE_ACCOUNT` and `GOOGLE_CLIENT_IDS`, and `ORIGIN` as `{origin}`.',
        '运行 `gcloud workspace-add-ons get-authorization`，将输出的内容设为 `GOOGLE_SERVICE_ACCOUNT` 和 `GOOGLE_CLIENT_IDS`，并将 `ORIGIN` 设为 `{origin}`。',
      ),
      text(
        'For a trial run `gcloud workspace-add-ons deployments install quayside`. For everybody list it as private in the Marketplace SDK, then install it in the Google admin console under Apps, Google Workspace Marketplace apps.',
        '试用时运行 `gcloud workspace-add-ons deployments install quayside`。全员使用时，在 Marketplace SDK 中以“不公开”方式发布，再到 Google 管理控制台的“应用”→“Google Workspace Marketplace 应用”中安装。',
      ),
    ],
  },
  {
    id: 'sheets',
    heading: text('Google Sheets', 'Google 表格'),
    files: [{ name: 'appsscript.json', what: text('the sidebar’s manifest', '侧边栏的清单文件') }],
    steps: [
      text(
        'It goes into the sidebar’s Apps Script project, in the place of the one that is there. Link the project to the same Google Cloud project.',
        '放入侧边栏的 Apps Script 项目，替换原有的同名文件，并将该项目关联到同一个 Google Cloud 项目。',
      ),
    ],
  },
  {
    id: 'data',
    heading: text('What is read and kept', '读取和保存的内容'),
    files: [],
    steps: [
      text(
        'Of the open mail Quayside reads who wrote it to whom, the subject and the time; in Outlook also its text, where somebody outside wrote it or a colleague forwards it, and keeps none of that. It changes nothing in a mailbox. What it shows is your firm’s own records, kept where `{origin}` runs, and each member of staff sees what their post allows.',
        'Quayside 读取当前邮件的发件人、收件人、主题和时间；在 Outlook 中，如邮件由公司外部人员撰写或由同事转发，还会读取正文，但不保存。不会改动邮箱中的任何内容。所显示的是贵公司自己的记录，保存在 `{origin}` 所在之处；每位员工只能看到岗位允许的内容。',
      ),
    ],
  },
  {
    id: 'terms',
    heading: text('Terms', '条款'),
    files: [],
    steps: [
      text(
        'Quayside is free software under the Apache License 2.0. It is run by your firm, which is who to ask.',
        'Quayside 是依据 Apache License 2.0 发布的自由软件，由贵公司自行运行，如有问题请联系贵公司。',
      ),
    ],
  },
]
