/** Google's events with sensible defaults; what is given takes the place of a whole part. */
export interface EventParts {
  readonly commonEventObject?: object
  readonly authorizationEventObject?: object
  readonly gmail?: object
}

export const COMMON = { hostApp: 'GMAIL', platform: 'WEB' }

export const AUTHORISED = {
  userOAuthToken: 'ya29.fake',
  systemIdToken: 'eyJ.sys',
  userIdToken: 'eyJ.usr',
  authorizedScopes: ['https://www.googleapis.com/auth/gmail.addons.execute'],
}

export const MAIL = { messageId: 'msg-f:1234567', threadId: 'thread-f:2345678', accessToken: 'xedf241' }

export const anEvent = (given: EventParts = {}): object => ({
  commonEventObject: COMMON,
  authorizationEventObject: AUTHORISED,
  gmail: MAIL,
  ...given,
})

export const aPress = (formInputs: object, token = 'signed'): object =>
  anEvent({ commonEventObject: { ...COMMON, parameters: { token }, formInputs } })
