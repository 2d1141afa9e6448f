import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyIn } from '#shared/recognition/company.ts'
import { datesIn } from '#shared/recognition/dates.ts'
import { deadlinesIn } from '#shared/recognition/deadlines.ts'
import { folded } from '#shared/recognition/fold.ts'
import { htmlText } from '#shared/recognition/html-text.ts'
import { deliveryTerms } from '#shared/recognition/incoterms.ts'
import { languageOfText } from '#shared/recognition/language.ts'
import { readCount, readDecimal } from '#shared/recognition/numbers.ts'
import { passage } from '#shared/recognition/passage.ts'
import { paymentIn } from '#shared/recognition/payment.ts'
import { countryOfPhone, phoneIn } from '#shared/recognition/phone.ts'
import { pricesIn } from '#shared/recognition/prices.ts'
import { quantitiesIn } from '#shared/recognition/quantities.ts'

test('a folded text is as long as the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(folded(text)).toHaveLength(text.length)
    }),
  )
})

describe('a number of things', () => {
  test.each([
    ['1.200', 1200],
    ['1,200', 1200],
    ["1'200", 1200],
    ['5 000', 5000],
    ['1,00,000', 100_000],
    ['12.000.000', 12_000_000],
    ['1200.00', 1200],
    ['1.25', null],
    ['1.2345', null],
    ['', null],
  ])('%s is %s', (written, count) => expect(readCount(written)).toBe(count))
})

describe('an amount', () => {
  test.each([
    ['5,40', 'comma', '5.40', true],
    ['5.40', 'point', '5.40', true],
    ['1.234,50', 'comma', '1234.50', true],
    ['1,234.50', 'point', '1234.50', true],
    ['1,250', 'comma', '1250', false],
    ['1.250', 'comma', '1.250', false],
    ['1.250', 'point', '1250', false],
    ['0,850', 'comma', '0.850', true],
    ['1.234.567', 'comma', '1234567', true],
  ] as const)('%s of somebody who writes thousands with a %s is %s', (written, style, value, certain) => {
    expect(readDecimal(written, style)).toEqual({ value, certain })
  })

  test.each([
    ['USD 5,40', '5.40', 'USD'],
    ['3,85 €', '3.85', 'EUR'],
    ['US$ 12.5', '12.5', 'USD'],
    ['4.80美元', '4.80', 'USD'],
    ['5,10 долл. США', '5.10', 'USD'],
    ['７.５０ユーロ', '7.50', 'EUR'],
  ])('%s', (written, value, currency) => {
    expect(pricesIn(folded(written), 'comma')).toMatchObject([{ value, currency }])
  })
})

describe('a quantity', () => {
  test.each([
    ['2.500 St.', [2500]],
    ['1.5万个', [15_000]],
    ['5k pcs', [5000]],
    ['３，０００個', [3000]],
    ['٢٬٥٠٠ قطعة', [2500]],
    ['MOQ 500 pcs', []],
    ['2 samples', []],
    ['50 pcs/carton', []],
    ['120 x 70 cm', []],
    ['750 ml', []],
    ['30% deposit', []],
    ['from 2.000 to 3.500 pcs', [3500]],
  ])('%s', (text, counts) => {
    expect(quantitiesIn(folded(text), false).map(({ count }) => count)).toEqual(counts)
  })
})

describe('a date, in a mail of Wednesday 2026-07-08', () => {
  test.each([
    ['en', 'Friday, July 10', '2026-07-10'],
    ['en', 'November 20, 2026', '2026-11-20'],
    ['en', '20 Dec', '2026-12-20'],
    ['en', 'next week Tuesday', '2026-07-14'],
    ['de', 'KW 6/2027', '2027-W06'],
    ['de', 'Ende Februar 2027', '2027-02-28'],
    ['de', '30.09.2026', '2026-09-30'],
    ['fr', 'semaine 48', '2026-W48'],
    ['fr', 'vendredi 31 juillet', '2026-07-31'],
    ['es', '30 de septiembre de 2026', '2026-09-30'],
    ['pt', '15/09', '2026-09-15'],
    ['pt', '10/02', '2027-02-10'],
    ['ru', '20 февраля 2027 г.', '2027-02-20'],
    ['pl', '40 tygodniu 2026', '2026-W40'],
    ['zh', '本周五', '2026-07-10'],
    ['zh', '下周三', '2026-07-15'],
    ['zh', '10月底', '2026-10-31'],
    ['ja', '6月19日', '2026-06-19'],
    ['ja', '来週の金曜', '2026-07-17'],
    ['ko', '2026년 7월 31일', '2026-07-31'],
    ['ar', '15 نوفمبر 2026', '2026-11-15'],
  ])('%s: %s', (language, text, value) => {
    const dates = datesIn(folded(text), { language, monthFirst: false, today: '2026-07-08' })
    expect(dates.filter((date) => !date.weekday || dates.length === 1).map((date) => date.value)).toEqual([value])
  })

  test('that may be read in two ways is uncertain, and 31 February is none', () => {
    const calendar = { language: 'en', monthFirst: false, today: '2026-07-08' }
    expect(datesIn('07/10/2026', calendar)).toMatchObject([{ certain: false }])
    expect(datesIn('31 february 2027', calendar)).toEqual([])
  })
})

describe('an hour to answer by', () => {
  const by = (text: string, zone: string | null, language = 'en') =>
    deadlinesIn(
      [passage(text)],
      { language, monthFirst: false, today: '2026-07-08', readerZone: 'Asia/Shanghai' },
      zone,
    ).reply_by
  test.each([
    ['Please reply by 10 July, 5 pm Pacific', 'Europe/Berlin', '2026-07-10T17:00:00-07:00'],
    ['Please reply by 10 July, 5 pm', 'Europe/Berlin', '2026-07-10T17:00:00+02:00'],
    ['Please reply by 10 January 2027 17:30 CET', 'Asia/Tokyo', '2027-01-10T17:30:00+01:00'],
    ['Please answer before noon on 10 July, your time', 'Europe/Berlin', '2026-07-10T12:00:00+08:00'],
  ])('%s', (text, zone, value) => expect(by(text, zone)).toMatchObject({ value, certain: true }))

  test('without a clock to read it by is the day alone, and uncertain', () => {
    expect(by('Please reply by 10 July, 5 pm', null)).toMatchObject({ value: '2026-07-10', certain: false })
  })
})

describe('a term', () => {
  const terms = (text: string) =>
    deliveryTerms([passage(text)]).map(({ code, place, locode }) => [
      code.value,
      place?.value,
      locode?.value,
      locode?.certain,
    ])
  test.each([
    ['CIF Santos (porto), não FOB', [['CIF', 'Santos', 'BRSSZ', true]]],
    [
      'FOB Ningbo ou CIF Le Havre',
      [
        ['FOB', 'Ningbo', 'CNNGB', false],
        ['CIF', 'Le Havre', 'FRLEH', true],
      ],
    ],
    ['横浜港CIF', [['CIF', 'Yokohama', 'JPYOK', true]]],
    ['DAP Kleinstadt', [['DAP', 'Kleinstadt', undefined, undefined]]],
    ['C&F Karachi', [['CFR', 'Karachi', 'PKKHI', true]]],
    ['from FOB to CIF Bilbao', [['CIF', 'Bilbao', 'ESBIO', true]]],
    ['FOB prices please', [['FOB', undefined, undefined, undefined]]],
    ['we fobbed it off', []],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected))
})

describe('a way to pay', () => {
  test.each([
    ['Payment: 30% deposit, 70% against copy of B/L', 'T/T 30% deposit, 70% against copy B/L'],
    ['Zahlung: 30 Tage netto nach Rechnungserhalt', '30 days net from invoice'],
    ['paiement à 60 jours fin de mois', 'OA 60 days end of month'],
    ['Payment 30/70 TT', 'T/T 30/70'],
    ['irrevocable L/C at sight', 'Irrevocable L/C at sight'],
    ['付款方式：30%定金，70%发货前付清', 'T/T 30% deposit, 70% before shipment'],
    ['支払：信用状 一覧払い', 'L/C at sight'],
    ['We pay 100% in advance', 'T/T 100% in advance'],
  ])('%s', (text, value) => expect(paymentIn([passage(text)])).toMatchObject({ value, certain: true }))

  test('that is only asked for is uncertain', () => {
    expect(paymentIn([passage('Do you accept L/C at sight?')])).toMatchObject({ certain: false })
  })
})

describe('a telephone', () => {
  test.each([
    ['Tel. +49 30 23125 417 · Fax +49 30 23125 418', '+49 30 23125 417', 'DE'],
    ['Fax +49 30 23125 418', undefined, undefined],
    ['M: 0044 7700 900142', '0044 7700 900142', 'GB'],
    ['CNPJ 00.000.000/0001-00', undefined, undefined],
    ['جوال: +966 55 555 0119', '+966 55 555 0119', 'SA'],
  ])('%s', (line, phone, country) => {
    const found = phoneIn([line])?.value
    expect([found, found && countryOfPhone(found)?.country]).toEqual([phone, country])
  })
})

describe('a firm', () => {
  test.each([
    ['Buying Manager | Northwind Traders LLC', 'Northwind Traders LLC'],
    ['Les Comptoirs du Ponant SAS au capital de 180 000 €', 'Les Comptoirs du Ponant SAS'],
    ['Importadora del Bajío S. de R.L. de C.V.', 'Importadora del Bajío S. de R.L. de C.V.'],
    ['我们是新加坡绿野户外用品有限公司，在新加坡', '新加坡绿野户外用品有限公司'],
    ['株式会社みどりアウトドアの高橋と申します。', '株式会社みどりアウトドア'],
    ['ООО «Север Тур», г. Москва', 'ООО «Север Тур»'],
    ['شركة الرحالة ذ.م.م', 'شركة الرحالة ذ.م.م'],
    ['(주)한빛', '(주)한빛'],
    ['We look forward to your offer.', undefined],
  ])('%s', (line, name) => expect(companyIn([line], null)?.value).toBe(name))

  test('is known by the domain of its address where it has no legal form', () => {
    expect(companyIn(['Nordic Trails', 'Main Street 1'], 'nordic-trails.example')?.value).toBe('Nordic Trails')
  })
})

describe('a language', () => {
  test.each([
    ['en', 'Please send us your best price for the following items, we need them by May.'],
    ['de', 'Bitte senden Sie uns ein Angebot für die folgenden Artikel und die Lieferzeit.'],
    ['fr', 'Merci de nous envoyer votre meilleur prix pour les articles suivants.'],
    ['es', 'Les agradeceremos cotizar los siguientes productos para nuestra empresa.'],
    ['pt', 'Por favor envie a sua melhor cotação para os seguintes produtos, não FOB.'],
    ['it', 'Vi chiediamo la vostra migliore offerta per i seguenti articoli con consegna.'],
    ['nl', 'Graag ontvangen wij een offerte voor de volgende artikelen met levertijd.'],
    ['pl', 'Proszę o przesłanie oferty na następujące produkty do naszej firmy.'],
    ['tr', 'Aşağıdaki ürünler için fiyat teklifinizi rica ederiz ve en kısa sürede bekliyoruz.'],
    ['ru', 'Просим направить коммерческое предложение на следующие товары.'],
    ['ar', 'نرجو إرسال عرض أسعار للمنتجات التالية'],
    ['zh', '请报以下产品的最优价格'],
    ['ja', '下記製品のお見積りをお願いいたします'],
    ['ko', '아래 제품의 견적을 부탁드립니다'],
  ])('%s', (language, text) => expect(languageOfText(text)?.language).toBe(language))
})

describe('HTML', () => {
  test('is lines, rows of tables with tabs, and nothing of styles and scripts', () => {
    expect(
      htmlText(
        '<style>p{}</style><p>A&nbsp;&eacute;<br>B</p><table><tr><td>x</td><td>1&#44;200</td></tr></table><script>no</script>',
      ),
    ).toBe('A é\nB\n\nx\t1,200')
  })

  test('of any kind is text without an error', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '>', '<td>', '</td>', '<tr', 'a', '&', '#', 'x', ';', '<!--', '-->', '\n', '<style>'),
        ),
        (all) => {
          expect(typeof htmlText(all.join(''))).toBe('string')
        },
      ),
    )
  })
})
