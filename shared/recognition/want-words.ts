/**
 * What buyers ask for beside a price: how it is named in the form, and the words for it in their languages. `|` parts
 * words; `*` stands for an ending. A thing that contains another stands before it and takes its words.
 */
export const WANT_WORDS: readonly (readonly [string, string])[] = [
  [
    'REACH declaration',
    'reach-konformit*|reach declaration|reach certificate|reach compliance|reach statement|declaration reach|declaracion reach|reach 声明|reach检测|reach',
  ],
  [
    'test reports',
    "test report*|laboratory report*|lab report*|lm-79*|testrapport*|proefrapport|badania|raport z badan|protokol* badan|протокол* испытан*|test rapor*|test raporlari|sertifikat uji|laporan uji|bao cao thu nghiem|bao cao test|בדיקות מעבדה|דוח בדיקה|検査成績書|試験成績書|試験報告書|시험성적서|시험 성적서|检测报告|測試報告|檢測報告|测试报告|تقارير الاختبار|تقرير اختبار|testreport*|prufbericht*|testbericht*|rapport* de test|rapport* d'essai|informe* de ensayo|informe* de prueba|relatorio* de teste|relatorio* de ensaio|laudo*|rapport* di prova|testrapport*|raport* z badan|протокол* испытаний|test raporu|测试报告|检测报告|檢測報告|検査報告*|試験報告*|試験成績*|テストレポート|시험성적서|테스트 리포트|تقرير اختبار|تقارير الاختبار|تقرير الفحص",
  ],
  [
    'inspection report',
    'inspection report*|inspektionsbericht*|informe* de inspeccion|relatorio* de inspecao|rapporto di ispezione|检验报告|验货报告|検品報告*|검사성적서',
  ],
  [
    'audit report',
    "audit report*|audit date|factory audit|bsci|smeta|sedex|auditbericht*|rapport d'audit|informe de auditoria|relatorio de auditoria|验厂报告|验厂|工場監査*|공장 심사",
  ],
  [
    'carton data',
    '装箱资料|裝箱資料|carton dim*|carton size*|gross weight|peso y volumen|peso e volume|peso bruto|volumen por caja|cubicaje|poids et volume|colisage|kartonmasse|packmass*|dane opakowan|вес и объем|koli olculeri|ukuran karton|kich thuoc thung|包装尺寸|箱规|梱包サイズ|カートンサイズ|박스 사이즈|carton data|packing data|packing details|packing list details|carton measurement*|kartonmasse|kartonabmess*|dimensions des cartons|medidas de caja*|medidas da caixa|dimensioni cartone|装箱数据|外箱尺寸|箱规|カートンサイズ|梱包サイズ|박스 사이즈|포장 사양',
  ],
  [
    'HTS code',
    'hts suggestion|hts code*|hts|hs code*|zolltarifnummer|hs-code|code sh|code hs|partida arancelaria|hs编码|海关编码|hsコード|hs 코드|رمز النظام المنسق',
  ],
  [
    'attested certificate of origin',
    'attested certificate of origin|legalized certificate of origin|legalised certificate of origin|شهادة منشأ مصدقة|شهادة المنشأ مصدقة',
  ],
  [
    'certificate of origin',
    "certificate of origin|form a|c/o|coo|cert. of origin|giay chung nhan xuat xu|co form|surat keterangan asal|ska|תעודת מקור|mense belgesi|mense sahadetnamesi|원산지 증명서|원산지증명서|原産地証明書|产地证|原产地证|شهادة المنشأ|شهادة منشأ|form e|ursprungszeugnis*|certificat d'origine|certificado de origen|certificado de origem|certificato di origine|certificaat van oorsprong|swiadectwo pochodzenia|сертификат* происхождения|mense sahadetnamesi|原产地证*|产地证|原産地証明*|원산지 증명서|원산지증명서|شهادة منشأ|شهادة المنشأ",
  ],
  ['SABER/SASO certificate', 'saso|saber certificate*|saber cert|saber coc|شهادة المطابقة|شهادة مطابقة'],
  [
    'declaration of conformity',
    'declaration of conformity|konformitatserklarung*|declaration de conformite|declaracion de conformidad|declaracao de conformidade|dichiarazione di conformita|conformiteitsverklaring|deklaracja zgodnosci|符合性声明|適合宣言',
  ],
  [
    'MSDS',
    'msds|sds|sicherheitsdatenbl*|safety data sheet*|fiche* de donnees de securite|ficha* de seguridad|ficha* de seguranca|scheda di sicurezza|veiligheidsblad*|karta charakterystyki|паспорт безопасности',
  ],
  ['UN38.3', 'un38.3|un 38.3'],
  ['INMETRO', 'inmetro'],
  ['NOM', 'nom certificate|cumpla la nom|norma nom|la nom'],
  [
    'CE certificate',
    'ce certificate*|ce belgesi|ce sertifika*|chung chi ce|sertifikat ce|תעודת ce|ce 증|شهادة ce|شهادات ce|ce-verklaring|ce-erklarung|ce declaration|attestation ce|сертификат* ce|ce сертификат*|ce 인증|certyfikat* ce|certificat* ce|ce cert*|ce-zertifikat*|certificado* ce|ce证书|ce認証|ce marking|ce-kennzeichnung',
  ],
  ['KC certificate', 'kc 인증서|kc인증서|kc 인증|kc certificate'],
  ['PSE certificate', 'pse認証|pse certificate|pse適合*'],
  [
    'EAC certificate',
    'сертификат* еас|сертификат* соответствия|декларац* соответствия|eac certificate|сертификат* eac|eac сертификат*|декларац* тр тс|тр тс',
  ],
  ['FSC box', 'boite carton fsc|fsc box*|fsc-karton*|fsc packaging|fsc*|fsc-certifi*|certyfikat fsc'],
  [
    'EAN-13',
    'ean-13|ean 13|ean13|barcode*|bar code*|code-barres|codigo de barras|codice a barre|条码|条形码|バーコード|바코드|kod kreskowy|штрих-код*',
  ],
  ['Arabic logo and carton print', 'طباعة شعارنا على المنتج والكرتون باللغة العربية|arabic print*|arabic label*'],
  [
    'logo engraving',
    'logo engrav*|engraved logo|laser logo|gravure logo|logo grave|logogravur*|logotipo grabado*|logo grabado*|logo gravado|incisione logo|激光刻*logo|刻*logo|印*logo|激光logo|刻logo|ロゴ刻印|名入れ|로고 각인|로고 인쇄|logo print*|print* our logo|our logo|unser logo|nuestro logo*|nosso logo*|notre logo|nostro logo|ons logo|nasze logo|naszym logo|logomuz|наш* логотип*|印logo|定制logo|ロゴ印刷|ロゴ入り|شعارنا',
  ],
  [
    'mould cost',
    'mould cost|mold cost|mould charge|mold charge|tooling cost|tooling|werkzeugkosten|formkosten|cout du moule|costo del molde|costo de molde|custo do molde|custo de molde|costo stampo|模具费|金型代|金型費|금형비',
  ],
  [
    'MOQ per colour',
    'moq por color|moq per colour|moq per color|moq je farbe|moq par couleur|moq por cor|每色起订量|moq per kleur',
  ],
  [
    'MOQ',
    'moq|minimum order quantity|minimum order|min order|min. order|minimum quantities|soluong toi thieu|so luong toi thieu|jumlah minimum|minimum pemesanan|כמות מינימום|כמות מינימלית|最低起订量|最低訂購量|最小起訂量|mindestbestellmenge|mindestmenge|quantite minimum*|quantite minimale|cantidad minima|pedido minimo|quantidade minima|quantita minima|minimale afname|minimalne zamowienie|минимальн* партия|minimum siparis*|起订量|最小起订量|最小ロット|最低ロット|最小発注*|최소 주문*|최소주문*|الحد الأدنى',
  ],
  [
    'lead time',
    'lead time|leadtime|delivery time|delivery lead time|production lead time|how many days|how long does production|lieferzeit|lieferzeiten|delai de livraison|delais de livraison|delai de fabrication|tiempo de entrega|tiempos de entrega|plazo de entrega|plazo de fabricacion|prazo de entrega|prazo de fabricacao|tempi di consegna|tempo di consegna|termine di consegna|levertijd|termin realizacji|срок поставки|сроки поставки|срок производства|teslim suresi|thoi gian giao hang|thoi gian san xuat|waktu produksi|waktu pengiriman|lama produksi|זמן אספקה|זמני אספקה|生产周期|交货周期|前置时间|納期回答|생산기간|납기 일정|مدة التسليم|production time|how long * production|lieferzeit angeben|delai de production|delai de fabrication|tiempo de produccion|tiempo de fabricacion|prazo de producao|tempi di produzione|productietijd|czas realizacji|срок* изготовления|срок* производства|uretim suresi|生产周期|大货时间|リードタイム|生産リード*|생산 기간|리드타임|مدة الإنتاج',
  ],
  [
    'catalogue',
    'catalogue*|catalog|catalogs|brochure*|brosur*|broschure*|folleto*|prospect*|prospekt*|folder z|ka-ta-lo|catalo|קטלוג|型錄|型录|カタログ|brosjyre|كتيب|catalogus|catalogi|e-catalog*|katalog*|catalogo*|каталог*|产品目录|目录册|目录|画册|カタログ|카탈로그|카달로그|كتالوج|الكتالوج',
  ],
  [
    'price list',
    'price list|pricelist|rate list|daftar harga|pricelist|bang gia|מחירון|preisblatt|preislisten|liste de prix|listes de prix|報價單|价目表|價目表|prijsopgave lijst|preisliste|tarif general|lista de precios|lista de precos|listino*|prijslijst|cennik*|прайс-лист*|прайс|fiyat listesi|价格表|價格表|価格表|가격표|قائمة الأسعار',
  ],
  [
    'data sheet',
    'data sheet*|datasheet*|technical sheet*|tech sheet*|tech spec*|technical specification*|spec sheet|data-sheet*|photometric data|kart* katalogow*|karta techniczna|karty techniczne|технич* паспорт*|паспорт* издел*|технич* описан*|teknik foy*|teknik sartname|teknik ozellik*|thong so ky thuat|lembar data|spesifikasi teknis|מפרט טכני|דף נתונים|技術資料|規格書|技术资料|技术规格|仕様|카탈로그 사양|نشرة فنية|المواصفات|spec sheet*|specification sheet*|technical data|datenblatt*|fiche* technique*|ficha* tecnica*|scheda tecnica|schede tecniche|specyfikacj* techniczn*|technisch* datenblatt*|规格书|技术参数|仕様書|사양서|데이터시트|المواصفات الفنية',
  ],
  [
    'photos',
    'product photos|product pictures|images of|foto*|fotografie|fotografias|imagenes|zdjeci*|фото*|resim*|gorsel*|hinh anh|foto produk|תמונות|相片|照片|pictures|photos|produktbilder|produktfotos|产品图片|图片|商品画像|사진',
  ],
  ['packing details', 'packaging details|packing information|packing info|packing details|包装明细|包装方式|包装资料'],
  [
    'freight and insurance shown separately',
    'separar frete e seguro|freight and insurance separately|freight separately|fracht und versicherung getrennt|flete y seguro por separado|fret et assurance separ*',
  ],
  [
    'proforma invoice',
    'proforma|pro forma invoice|pi by return|proforma invoice|proforma-rechnung|facture proforma|factura proforma|fatura proforma|fattura proforma|проформа*|инвойс-проформа|hoa don chieu le|חשבון פרופורמה|形式發票|プロフォーマ|프로포마|pro-forma*|形式发票|견적송장',
  ],
  [
    'warranty',
    'warranty terms|warranty|guarantee*|garanti*|gwarancj*|гаранти*|garanzia|garansi|bao hanh|אחריות|保固|保修|质保期|保证期|보증|ضمان|الضمان|gewahrleistung*|garantie*|garantia|质保|保証期間',
  ],
  [
    'spare parts',
    'spare parts|ersatzteile|spares|spare part*|recambios|ricambi|reserveonderdelen|onderdelenlijst|czesci zamienn*|запчаст*|запасн* част*|yedek parca*|phu tung|suku cadang|חלקי חילוף|备品备件|零配件|予備品|スペアパーツ|예비 부품|قطع غيار|قطع الغيار|pieces detachees|repuestos|pecas de reposicao|备件|补修部品',
  ],
  ['visit', 'visit your factory|factory visit|visita a su fabrica|参观工厂|工場見学'],
]

export const SAMPLE_WORDS =
  'pre-production sample*|mau|mau thu|hang mau|sampel|contoh|דוגמאות|דוגמא|דוגמה|דוגמית|ตัวอย่าง|サンプル品|樣本|样本|mostra|vzorky|prøve*|naytteita|eksempel|staal|stalen|counter sample*|sample*|muster|mustern|musterstuck*|echantillon*|muestra*|amostra*|campione|campioni|campionatura|monster|monsters|proefmonster*|probk*|probek|образц*|образец|numune*|样品|樣品|样板|打样|サンプル|見本|샘플|견본|عينة|عينات|العينات|vzork*'
