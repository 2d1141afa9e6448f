/** Ports and places of the Americas by UN/LOCODE, and what buyers call them. */
export const AMERICAS = `
USLAX los angeles|洛杉矶|洛杉磯|ロサンゼルス|로스앤젤레스
USLGB long beach|长滩|ロングビーチ|롱비치
USOAK oakland|奥克兰港
USSEA seattle|西雅图|シアトル|시애틀
USTIW tacoma|塔科马|タコマ
USPDX portland, or|portland or
USNYC new york|nueva york|nova york|nova iorque|纽约|ニューヨーク|뉴욕|нью-йорк|نيويورك
USEWR newark
USSAV savannah|萨凡纳|サバンナ
USCHS charleston|查尔斯顿
USORF norfolk|诺福克
USBAL baltimore|巴尔的摩
USHOU houston|休斯顿|ヒューストン|хьюстон
USMIA miami|迈阿密|マイアミ|майами
USPEF port everglades
USJAX jacksonville
USMSY new orleans|新奥尔良
USMOB mobile, al
USBOS boston|波士顿
USPHL philadelphia|费城
USCHI chicago|芝加哥|シカゴ
USDAL dallas|达拉斯
USATL atlanta|亚特兰大
USDEN denver
USSLC salt lake city
CAVAN vancouver|温哥华|バンクーバー|밴쿠버|ванкувер
CAPRR prince rupert|鲁珀特王子港
CATOR toronto|多伦多
CAMTR montreal|蒙特利尔
CAHAL halifax|哈利法克斯
MXZLO manzanillo|曼萨尼约|マンサニージョ|만사니요
MXVER veracruz|韦拉克鲁斯
MXLZC lazaro cardenas
MXATM altamira
MXMTY monterrey|蒙特雷
MXMEX ciudad de mexico|mexico city|cdmx
MXESE ensenada
MXPGO progreso
GTPRQ puerto quetzal
GTSTC santo tomas de castilla
HNPCR puerto cortes
SVAQJ acajutla
NICIO corinto
CRMOB puerto moin|moin|limon
CRCAL caldera
PAONX colon|colon free zone|科隆
PABLB balboa
PAMIT manzanillo, panama
COCTG cartagena|卡塔赫纳
COBUN buenaventura|布埃纳文图拉
COBAQ barranquilla
ECGYE guayaquil|瓜亚基尔
PECLL callao|卡亚俄|カヤオ|카야오|кальяо
CLSAI san antonio|圣安东尼奥
CLVAP valparaiso|瓦尔帕莱索|バルパライソ
CLIQQ iquique|伊基克
CLSCL santiago|santiago de chile
ARBUE buenos aires|布宜诺斯艾利斯|ブエノスアイレス|буэнос-айрес
UYMVD montevideo|montevideu|蒙得维的亚
PYASU asuncion
BRSSZ santos|桑托斯|サントス|산토스|сантос|سانتوس
BRPNG paranagua|巴拉那瓜
BRNVT navegantes
BRITJ itajai|伊塔雅伊
BRIOA itapoa
BRRIG rio grande|里奥格兰德
BRRIO rio de janeiro|里约热内卢
BRVIX vitoria
BRSSA salvador
BRSUA suape
BRPEC pecem
BRMAO manaus|玛瑙斯
BRSAO sao paulo|圣保罗
VELAG la guaira
VEPBL puerto cabello
DOCAU caucedo
DOHAI rio haina|haina
JMKIN kingston|金斯敦
TTPOS port of spain
PRSJU san juan
CUMAR mariel
`
