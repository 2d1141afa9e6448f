import type { Party } from './mime.ts'
import { type Book, type Draft, SALES, staff } from './thread.ts'

const TANABE: Party = ['田辺 真理子', 'tanabe@yamakaze-outdoor.example']
const ABDULLAH: Party = ['عبد الله الحربي', 'abdullah@wahat-alrimal.example']
const PAOLA: Party = ['Paola Leyva', 'pagos@sierra-alta.example']
const PAT: Party = ['"Pat" O\'Neil <pat>', 'pat.oneil@x-and-y.example']

export function elsewhere({ no }: Book): Draft[] {
  return [
    {
      id: 'wahat-alrimal-order',
      ago: 2,
      minute: 11 * 60 + 35,
      timezone: 'Asia/Riyadh',
      encoding: 'base64',
      from: ABDULLAH,
      to: [staff('helen.he')],
      subject: `موعد شحن الطلب ${no('arabic-name/material')}`,
      messageId: '<20261018083500.77@wahat-alrimal.example>',
      text: `السيدة هيلين المحترمة،

السلام عليكم ورحمة الله وبركاته،

نرجو إفادتنا بموعد شحن الطلب ${no('arabic-name/material')}، فموسم التخييم عندنا يبدأ في نوفمبر ونحتاج المواقد في جدة قبل منتصف ديسمبر.

أما الدفعة المتبقية من الطلب ${no('arabic-name/overdue')} فقد وعدنا البنك بتحويلها خلال هذا الأسبوع، وسنرسل لكم صورة الحوالة.

مع التحية،
عبد الله الحربي
مدير المشتريات
شركة واحة الرمال للتجارة المحدودة
`,
    },
    {
      id: 'yamakaze-payment',
      ago: 4,
      minute: 17 * 60 + 20,
      timezone: 'Asia/Tokyo',
      encoding: 'base64',
      from: TANABE,
      to: [staff('ryan.huang')],
      subject: `【山風】${no('yamakaze/overdue')} 残金お支払いの件`,
      messageId: '<20261016172000.5512@mail.yamakaze-outdoor.example>',
      text: `Bluewhale Outdoor
Ryan Huang 様

いつもお世話になっております。山風アウトドアの田辺でございます。

${no('yamakaze/overdue')}（弊社注文番号 YK-2608）の残金につきまして、期日を過ぎており大変申し訳ございません。経理の締め日の関係で、10月22日（木）に送金いたします。

送金後、控えをお送りいたしますので、サレンダーB/Lのご手配をお願いいたします。

また、折りたたみグリルのロゴ位置が承認サンプルより5mm下にずれておりました。次回は修正をお願いいたします。

何卒よろしくお願い申し上げます。

--
株式会社山風アウトドア
仕入部 田辺 真理子
`,
    },
    {
      // No Message-ID: some accounting programs send mail without one.
      id: 'sierra-alta-pago',
      ago: 7,
      minute: 13 * 60 + 5,
      timezone: 'America/Mexico_City',
      from: PAOLA,
      to: [staff('mia.zhao')],
      subject: `Pago OC-3391 / ${no('campamento/overdue')}`,
      text: `Buenas tardes, Mia:

Sobre el saldo de ${no('campamento/overdue')}: el ingeniero Cisneros autorizó pagar en dos partes, la mitad el 30 de octubre y la otra mitad el 15 de noviembre. ¿Nos pueden confirmar si lo aceptan?

Mientras tanto, ¿es posible liberar ${no('campamento/held')} (OC-3478)? Ya tenemos las sillas vendidas para la temporada de Navidad.

Quedo atenta.

Lic. Paola Leyva
Cuentas por Pagar
Campamento Sierra Alta S.A. de C.V.
`,
    },
    {
      id: 'markup-labels',
      ago: 1,
      minute: 8 * 60 + 50,
      timezone: 'America/Los_Angeles',
      from: PAT,
      to: [staff('wendy.li')],
      subject: `${no('markup-name/inspection')}: labels <size="4x6"> & FNSKU`,
      messageId: '<CAF+x1019pat@mail.x-and-y.example>',
      text: `Hey Wendy,

for ${no('markup-name/inspection')} please use the label template with our name exactly as it is: <b>x</b> &amp; "y". The portal prints what is in the field, so no fixing it on your side :)

Also, can the inspector weigh five cartons? Last time the portal said 11.2 kg and UPS said 12.9.

For the balance on ${no('markup-name/due')} I have Friday in my calendar.

Thanks!
Pat
`,
      html: `<html><body><p>Hey Wendy,</p><p>for ${no('markup-name/inspection')} please use the label template with our name exactly as it is: &lt;b&gt;x&lt;/b&gt; &amp;amp; &quot;y&quot;. The portal prints what is in the field, so no fixing it on your side :)</p><p>Also, can the inspector weigh five cartons? Last time the portal said 11.2&nbsp;kg and UPS said 12.9.</p><p>For the balance on ${no('markup-name/due')} I have Friday in my calendar.</p><p>Thanks!<br>Pat</p><img src="https://track.x-and-y.example/o.gif" width="1" height="1"><script>document.title = 'run'</script></body></html>`,
    },
    {
      id: 'colleague-baumann',
      ago: 1,
      minute: 14 * 60 + 10,
      encoding: 'base64',
      from: staff('kevin.wang'),
      to: [staff('david.chen')],
      subject: '转客户确认：Gartenwelt Baumann 的询价',
      messageId: '<20261019061000.kw@bluewhale-outdoor.example>',
      text: `陈经理，

八月份 Gartenwelt Baumann（帕德博恩）的询价是发到公共邮箱的，我当时先回了样品问题。后来发现域名和 Mia 的客户 Baumann Garten 是同一个。

两家是不是同一家集团，Mia 那边在问。确认之前我先不报价，价格和条款也没看。如果是同一家，我这边可以协助跟德国区，您看怎么分合适？

王俊
`,
    },
    {
      id: 'newsletter-freight',
      ago: 1,
      minute: 7 * 60 + 30,
      timezone: 'Europe/London',
      from: ['Box Rates Weekly', 'news@boxrates-weekly.example'],
      to: [SALES],
      subject: 'Box Rates Weekly, no. 42: South China to North Europe down 3%',
      messageId: '<no42.20261019@boxrates-weekly.example>',
      headers: [
        ['List-Id', 'Box Rates Weekly <weekly.boxrates-weekly.example>'],
        ['List-Unsubscribe', '<https://boxrates-weekly.example/u/42>'],
        ['Precedence', 'bulk'],
        ['Auto-Submitted', 'auto-generated'],
      ],
      text: `This week in box rates

* South China to North Europe: down 3%
* South China to US West Coast: unchanged
* South China to Santos: up 2%, space is tight until the middle of November

You receive this letter because you subscribed on our site. Unsubscribe: https://boxrates-weekly.example/u/42
`,
    },
  ]
}
