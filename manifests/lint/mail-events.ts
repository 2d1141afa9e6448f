/** The events of mail that Outlook can wake an add-in for, in the unified manifest's words and in the XML's. */
export const MAIL_EVENTS: Readonly<Record<string, string>> = {
  newMessageComposeCreated: 'OnNewMessageCompose',
  messageAttachmentsChanged: 'OnMessageAttachmentsChanged',
  messageRecipientsChanged: 'OnMessageRecipientsChanged',
  messageFromChanged: 'OnMessageFromChanged',
  messageSending: 'OnMessageSend',
  messageComposeOpened: 'OnMessageCompose',
}
