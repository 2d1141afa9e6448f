/** Ports and places of Asia, Africa and Oceania by UN/LOCODE, and what buyers call them. */
export const ASIA_AFRICA = `
JPYOK yokohama|横浜|横濱|横滨|요코하마|йокогама|يوكوهاما
JPTYO tokyo|toquio|tokio|東京|东京|도쿄|токио|طوكيو
JPOSA osaka|大阪|오사카|осака
JPUKB kobe|神戸|神户|고베|кобе
JPNGO nagoya|名古屋|나고야|нагоя
JPHKT hakata|fukuoka|博多|福岡|福冈|하카타
JPMOJ moji|門司
JPSMZ shimizu|清水港|清水
JPTMK tomakomai|苫小牧
JPSDJ sendai|仙台
JPKIJ niigata|新潟
JPYKK yokkaichi|四日市
JPCHB chiba|千葉港
JPNAH naha|那覇
KRPUS busan|pusan|釜山|プサン|부산|пусан|بوسان
KRINC incheon|inchon|仁川|인천|инчхон
KRKAN gwangyang|光阳|광양
KRSEL seoul|首尔|ソウル|서울
SGSIN singapore|singapur|singapour|cingapura|singapura|新加坡|シンガポール|싱가포르|сингапур|سنغافورة
MYPKG port klang|port kelang|klang|巴生|巴生港|クラン|포트클랑|порт-кланг
MYTPP tanjung pelepas
MYPEN penang|槟城
MYPGU pasir gudang
THLCH laem chabang|林查班|レムチャバン|람차방|лаем-чабанг
THBKK bangkok|曼谷|バンコク|방콕|бангкок
VNSGN ho chi minh|tp ho chi minh|cang cat lai|tp.hcm|ho chi minh city|hcmc|saigon|cat lai|胡志明|ホーチミン|호치민|хошимин
VNHPH haiphong|hai phong|cang hai phong|海防|ハイフォン|하이퐁|хайфон
VNDAD da nang|danang
PHMNL manila|马尼拉|マニラ|마닐라|манила
PHCEB cebu
IDTPP tanjung priok|tg priok|tg. priok
IDJKT jakarta|雅加达|ジャカルタ|자카르타|джакарта
IDSUB surabaya|泗水
IDSRG semarang
IDBLW belawan
KHKOS sihanoukville
MMRGN yangon|rangoon|仰光
BDCGP chittagong|chattogram|吉大港|читтагонг
LKCMB colombo|科伦坡|コロンボ|коломбо|كولومبو
INNSA nhava sheva|jnpt|jawaharlal nehru|那瓦西瓦|нава шева
INMUN mundra|蒙德拉
INMAA chennai|madras|金奈
INCCU kolkata|calcutta|加尔各答
INBOM mumbai|bombay|孟买
INCOK cochin|kochi
INTUT tuticorin
INDEL new delhi|delhi
PKKHI karachi|卡拉奇|карачи|كراتشي
PKBQM port qasim
AEJEA jebel ali|jabel ali|杰贝阿里|ジュベル・アリ|제벨알리|джебель-али|جبل علي
AEDXB dubai|迪拜|ドバイ|두바이|дубай|دبي
AESHJ sharjah|الشارقة
AEKHL khalifa|abu dhabi|أبوظبي
SAJED jeddah islamic port|ميناء جدة الإسلامي|جدة الإسلامي
SAJED jeddah|djeddah|yeda|吉达|ジェッダ|제다|джидда|جدة|ميناء جدة
SADMM dammam|达曼|даммам|الدمام
SARUH riyadh|riyad|利雅得|الرياض
QAHMD hamad|hamad port|حمد
QADOH doha|多哈|الدوحة
KWSWK shuwaikh|الشويخ
KWSAA shuaiba|الشعيبة
BHKBS khalifa bin salman
BHBAH bahrain|manama|البحرين
OMSOH sohar|صحار
OMSLL salalah|صلالة
IQUQR umm qasr|أم قصر
IRBND bandar abbas|بندر عباس
JOAQJ aqaba|العقبة
LBBEY beirut|beyrouth|贝鲁特|بيروت
SYLTK lattakia|latakia|اللاذقية
ILHFA haifa|חיפה|נמל חיפה|海法
ILASH ashdod|אשדוד|阿什杜德
EGALY alexandria|亚历山大|الإسكندرية|اسكندرية
EGPSD port said|塞得港|بورسعيد
EGSOK sokhna|ain sokhna|العين السخنة|السخنة
EGDAM damietta|دمياط
YEADE aden|عدن
GEPTI poti|поти
KZALA almaty|алматы|阿拉木图
UZTAS tashkent|ташкент
MACAS casablanca|卡萨布兰卡|касабланка|الدار البيضاء
MAPTM tanger med|tanger|tangier|طنجة
DZALG algiers|alger|阿尔及尔|الجزائر
DZORN oran|وهران
TNTUN tunis|تونس
TNRDS rades|رادس
LYTIP tripoli|طرابلس
LYMRA misurata|misrata|مصراتة
SDPZU port sudan|بورتسودان
DJJIB djibouti|جيبوتي
KEMBA mombasa|蒙巴萨|момбаса
TZDAR dar es salaam|达累斯萨拉姆
MZMPM maputo
MZBEW beira
MGTMM toamasina|tamatave
MUPLU port louis
REPDG port reunion|pointe des galets
ZADUR durban|德班|ダーバン|дурбан
ZACPT cape town|开普敦|ケープタウン
ZAJNB johannesburg
ZAPLZ port elizabeth
NAWVB walvis bay
AOLAD luanda|罗安达
CMDLA douala
GHTEM tema|特马
CIABJ abidjan|阿比让
NGAPP apapa|阿帕帕
NGLOS lagos|拉各斯
NGTIN tin can|tin can island
TGLFW lome|洛美
BJCOO cotonou|科托努
SNDKR dakar|达喀尔
AUSYD sydney|悉尼|シドニー|시드니|сидней
AUMEL melbourne|墨尔本|メルボルン|멜버른|мельбурн
AUBNE brisbane|布里斯班|ブリスベン
AUFRE fremantle|perth|弗里曼特尔
AUADL adelaide|阿德莱德
NZAKL auckland|奥克兰|オークランド
NZTRG tauranga
NZLYT lyttelton|christchurch
NZWLG wellington
FJSUV suva
`
