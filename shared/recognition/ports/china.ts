/**
 * Ports of China by UN/LOCODE, and what buyers call them. A name with `?` before the code has several codes in use (airport, city, port): which is
 * meant, a person says.
 */
export const CHINA = `
CNYTN yantian|yan tian|盐田|鹽田|塩田|옌톈|яньтянь|يانتيان
CNSHK shekou|she kou|蛇口|шэкоу|شيكو
?CNSNZ shenzhen|שנזן|שנג'ן|tham quyen|深圳|センセン|深セン|선전|шэньчжэнь|شنتشن|شينزين
?CNNGB ningbo|נינגבו|ninh ba|ning bo|ningpo|宁波|寧波|ニンボー|닝보|нинбо|نينغبو|نينجبو
CNSHA shanghai|שנגחאי|שנחאי|thuong hai|xangai|schanghai|sjanghai|szanghaj|sangay|şanghay|上海|シャンハイ|상하이|상해|шанхай|شنغهاي|شانغهاي
?CNQIN qingdao|צ'ינגדאו|thanh dao|tsingtao|青岛|青島|칭다오|청도|циндао|تشينغداو|تشينجداو
CNXMN xiamen|שיאמן|ha mon|厦门|廈門|アモイ|샤먼|сямэнь|شيامن
CNTXG tianjin|xingang|tianjin xingang|天津|天津新港|텐진|톈진|тяньцзинь|تيانجين
CNDLC dalian|大连|大連|다롄|대련|далянь|داليان
CNCAN guangzhou|גואנגג'ואו|quang chau|canton|广州|廣州|광저우|гуанчжоу|غوانزو|قوانغتشو
CNNSA nansha|南沙
CNFOC fuzhou|福州
CNLYG lianyungang|连云港|連雲港|ляньюньган
CNZSN zhongshan|中山港|中山
CNFOS foshan|佛山
CNHUA huangpu|黄埔
CNZUH zhuhai|珠海
CNSWA shantou|汕头|汕頭
CNYNT yantai|烟台|煙台
CNWNZ wenzhou|温州
CNTAG taicang|太仓|太倉
CNNKG nanjing|南京
CNWUH wuhan|武汉|武漢
CNCKG chongqing|重庆|重慶|чунцин
CNYIW yiwu|义乌|義烏|이우|иу
HKHKG hong kong|hongkong|香港|홍콩|гонконг|هونغ كونغ
TWKHH kaohsiung|高雄|카오슝
TWKEL keelung|基隆
TWTXG taichung|台中
`
