/** Ports and places of Europe by UN/LOCODE, and what buyers call them. */
export const EUROPE = `
DEHAM hamburg|hamburgo|hambourg|amburgo|hamburk|汉堡|漢堡|ハンブルク|함부르크|гамбург|هامبورغ
DEBRV bremerhaven|不来梅港|бремерхафен
DEBRE bremen|brema
DEWVN wilhelmshaven
DEPAD paderborn
DEDUI duisburg|杜伊斯堡
DEBER berlin|berlino|berlim
DEMUC munchen|munich
DEFRA frankfurt|frankfurt am main
DECGN koln|cologne
DEDUS dusseldorf
DESTR stuttgart
DELEJ leipzig
NLRTM rotterdam|roterda|roterdao|鹿特丹|ロッテルダム|로테르담|роттердам|روتردام
NLAMS amsterdam|阿姆斯特丹|амстердам
BEANR antwerp|antwerpen|anvers|amberes|antuerpia|anversa|安特卫普|アントワープ|앤트워프|антверпен|أنتويرب
BEZEE zeebrugge
FRLEH le havre|havre|勒阿弗尔|ル・アーヴル|гавр
FRMRS marseille|marsella|marselha|marsiglia|马赛|マルセイユ
FRFOS fos-sur-mer|fos sur mer|fos
FRPAR paris
FRNTE nantes
FRLYS lyon
FRDKK dunkerque|dunkirk
GBFXT felixstowe|费利克斯托|フェリクストウ|филикстоу
GBSOU southampton|南安普顿
GBLGP london gateway
GBLON london|londres|伦敦
GBLIV liverpool|利物浦
GBIMM immingham
GBGRG grangemouth
IEDUB dublin|都柏林
IEORK cork
ESBCN barcelona|barcelone|巴塞罗那|バルセロナ|바르셀로나|барселона|برشلونة
ESVLC valencia|瓦伦西亚|バレンシア|발렌시아|валенсия
ESALG algeciras
ESBIO bilbao|毕尔巴鄂
ESMAD madrid
ESVGO vigo
PTLIS lisbon|lisboa|lisbonne|里斯本|лиссабон
PTLEI leixoes
PTSIE sines
ITGOA genoa|genova|genes|genua|热那亚|ジェノヴァ|제노바|генуя|جنوة
ITSPE la spezia|spezia|拉斯佩齐亚
ITTRS trieste|triest|的里雅斯特
ITNAP naples|napoli|neapel|那不勒斯
ITVCE venice|venezia|威尼斯
ITLIV livorno|leghorn|里窝那
ITRAN ravenna
ITSAL salerno
ITMIL milano|milan|mailand
ITTRN torino|turin
ATVIE wien|vienna|vienne
CHBSL basel|basle|bale
CHZRH zurich
GRPIR piraeus|pireas|piree|比雷埃夫斯|ピレウス|пирей|بيرايوس
GRSKG thessaloniki|塞萨洛尼基
MTMLA malta|valletta
CYLMS limassol
SIKOP koper|科佩尔
HRRJK rijeka
ROCND constanta|constantza|康斯坦察|констанца
BGVAR varna|варна
PLGDN gdansk|danzig|格但斯克|グダニスク|그단스크|гданьск|غدانسك
PLGDY gdynia|格丁尼亚|гдыня
PLWAW warszawa|warsaw|varsovia|华沙|варшава
PLPOZ poznan
PLWRO wroclaw
CZPRG praha|prague
LTKLJ klaipeda|克莱佩达|клайпеда
LVRIX riga|里加|рига
EETLL tallinn|塔林|таллин
RULED st. petersburg|st petersburg|saint petersburg|sankt petersburg|санкт-петербург|с.-петербург|спб|圣彼得堡
RUNVS novorossiysk|новороссийск|新罗西斯克
RUVVO vladivostok|владивосток|海参崴|符拉迪沃斯托克
?RUVYP vostochny|восточный
RUMOW moscow|moskva|moscu|москва|莫斯科
UAODS odessa|odesa|одесса|одеса|敖德萨
FIHEL helsinki|赫尔辛基
FIKTK kotka
SEGOT gothenburg|goteborg|哥德堡|ヨーテボリ|гетеборг
SESTO stockholm|斯德哥尔摩
DKAAR aarhus|arhus|奥胡斯
DKCPH copenhagen|kobenhavn|哥本哈根
NOOSL oslo|奥斯陆
ISREY reykjavik
?TRAMR ambarli|istanbul ambarli|安巴利
TRIST istanbul|estambul|istambul|伊斯坦布尔|イスタンブール|이스탄불|стамбул|اسطنبول|إسطنبول
TRMER mersin|梅尔辛|мерсин|مرسين
TRIZM izmir|伊兹密尔|измир
TRGEB gebze
?TRGEM gemlik
`
