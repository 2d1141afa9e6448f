import type { MailSource } from '../../workbench/src/mailbox/mail.ts'
import { aMail } from '../workbench/a-mail.ts'

/** Mails whose headers are hard to read. */
const HARD: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'quoted-comma': {
    From: '"Doe, John" <john@doe.example>',
    To: 'sales@bluewhale.example, "Lee, Ann" <ann@lee.example>',
  },
  groups: {
    To: 'Buyers: ana@trilha.example, "B. Costa" <b@costa.example>;, sales@bluewhale.example',
    Cc: 'undisclosed-recipients:;',
  },
  comments: { From: 'ana@trilha.example (Ana Souza)', To: '<sales@bluewhale.example>' },
  gb18030: { From: '=?gb18030?B?0a+82w==?= <li@xunjia.example>', Subject: '=?gb18030?B?0a+82w==?=' },
  'shift-jis': { From: '=?Shift_JIS?B?jKmQzw==?= <ito@mitsumori.example>', Subject: '=?Shift_JIS?B?jKmQzw==?=' },
  'iso-2022-jp': {
    From: '=?ISO-2022-JP?B?GyRCOCtAURsoQg==?= <ito@mitsumori.example>',
    Subject: '=?ISO-2022-JP?B?GyRCOCtAURsoQg==?=',
  },
  'euc-kr': { From: '=?EUC-KR?B?sN/A+w==?= <kim@gyeonjeok.example>', Subject: '=?EUC-KR?B?sN/A+w==?=' },
  big5: { From: '=?big5?B?s/i7+Q==?= <chen@baojia.example>', Subject: '=?big5?B?s/i7+Q==?=' },
  'koi8-r': { From: '=?koi8-r?B?+sHQ0s/T?= <ivan@zapros.example>', Subject: '=?koi8-r?B?+sHQ0s/T?=' },
  'letter-in-two-words': { Subject: '=?utf-8?B?5qSF?= =?utf-8?B?5g==?=\r\n =?utf-8?B?pIU=?=' },
  'unknown-charset': { From: '=?x-none?Q?Ana?= <ana@trilha.example>', Subject: '=?x-none?Q?Camp_chairs?=' },
  'broken-words': {
    From: '=?utf-8?B?***?= <ana@trilha.example>',
    Subject: '=?utf-8?Q?=E6=A4?= =?utf-8?X?abc?= =?utf-8?B?unfinished',
  },
  'broken-addresses': {
    From: '"Ana <ana@trilha.example>',
    To: '<<a@b.example>>, @, ,;, <>, "" <c@d.example',
    Cc: ':;<',
  },
  'only-a-name': { From: 'Ana Souza', To: null },
  'two-senders': { From: 'Ana <ana@trilha.example>, Bia <bia@trilha.example>' },
  nothing: { From: null, To: null, Subject: null, Date: null, 'Message-ID': null },
}

/** One whose headers say nothing of what is wrong with it. */
const DIVERTING = aMail({
  id: 'bank-in-letter',
  headers: { Subject: 'Camp chairs' },
  body: 'Dear Mia,\r\n\r\nplease note that our bank account has changed.\r\n\r\nAna',
})

export const hardMails: readonly MailSource[] = [
  ...Object.entries(HARD).map(([id, headers]) => aMail({ id, headers })),
  DIVERTING,
]
