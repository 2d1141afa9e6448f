import { type Text, text } from '#shared/i18n/language.ts'

/**
 * What stores, administrators and Outlook itself read of Quayside, once for every kind of manifest. The limits are the
 * narrowest of all: 30 characters for a name, 80 for the short description, 250 for the long one and for a tip.
 */
export const NAME = 'Quayside'

/** Who offers it, as long as the firm that runs it does not say its own name. */
export const PROVIDER = 'Quayside'

export const SHORT_DESCRIPTION: Text = text(
  'The customer’s file and the next step of every order, beside the mail.',
  '在邮件旁查看客户档案，以及每张订单的下一步。',
)

export const LONG_DESCRIPTION: Text = text(
  'Shows beside the open mail who has written: their file, open orders, the next step of each and what is unpaid. ' +
    'Reads the headers of the open mail and no other mail. For staff who have been invited by their firm.',
  '在打开的邮件旁显示来信的客户：客户档案、在途订单、各订单的下一步和未收款项。只读取当前邮件的邮件头，不读取其他邮件。供已受公司邀请的员工使用。',
)

export const BUTTON: Text = text('Customer file', '客户档案')

export const BUTTON_TIP: Text = text(
  'Shows who has written, their open orders and the next step of each.',
  '显示来信客户、在途订单，以及各订单的下一步。',
)

/** The colour of the quay mark. */
export const COLOUR = '#0f7a85'

/** Three parts, as the unified manifest wants them. Raised at every change of a manifest: clients take up no other change. */
export const VERSION = '1.0.0'

/**
 * Which add-in it is: once for the add-in-only XML and once for the unified package, for Microsoft knows them as two. They
 * stay the same for ever. Whoever has two Quaysides in one Microsoft 365, say one for trials, gives the second its own.
 */
export const IDS = {
  xml: '82ea5ccc-514c-47c7-bc1a-57a4fb643fd9',
  package: '9d3e3b60-a959-4adf-b308-55362ba0722c',
} as const

/** The lowest with phones and pinned panes; the pane asks for nothing newer without looking first. */
export const MAILBOX = '1.5'

/** The oldest permission that shows a mail's headers; the pane reads nothing else, and opens replies that people send themselves. */
export const PERMISSION = { xml: 'ReadItem', package: 'MailboxItem.Read.User' } as const

/** Staff of a firm share mailboxes such as sales@: without it the pane stays away from them. */
export const SHARED_MAILBOXES = 'Mailbox.SharedFolder'
