import PostalMime from 'postal-mime'

/**
 * What a mail written only in HTML says. Good for a preview and the body as text, not for showing the
 * mail. postal-mime makes text of HTML where a mail has parts of both, so it is given such a mail.
 */
export async function plainText(html: string): Promise<string> {
  const seen = html.replace(/<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi, '')
  const mail = [
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    '--part',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(seen).toString('base64'),
    '--part--',
  ]
  return ((await PostalMime.parse(mail.join('\r\n'))).text ?? '').trim()
}
