/** Words that a line of a signature says somebody's work with. */
export const TITLE_WORDS =
  'purchasing lead|lead|category manager|mgr|category|planner|controller|administrator|agent|head|supply chain|logistics|managing director|md|operations|commercial|business development|trader|trading|consultant|secretary|associate|vice-president|principal|co-founder|buyer|purchaser|purchasing|procurement|sourcing|ceo|cfo|coo|owner|president|vice president|vp|head of|chief|executive|officer|specialist|assistant|coordinator|merchandiser|sales|accounts payable|accountant|engineer|founder|partner|proprietor|import|imports|supervisor|representative|' +
  'leiter*|einkauf|einkaufsleit*|einkaufsabteilung|vertriebsleit*|produktmanag*|disponent*|einkaufer*|geschaftsfuhrer*|inhaber*|prokurist*|sachbearbeiter*|abteilungsleiter*|vertrieb|' +
  'acheteuse textile|acheteur*|acheteuse|responsable|directeur|directrice|cheffe|chef|acheteur|acheteuse|gerant*|achats|' +
  'jefatura|adquisiciones|abastecimiento|encargad*|subgerente|coordinador*|analista|asistente|administrador*|logistica|gerencia|propietari*|socia|gerente|jefe|jefa|director|directora|encargad*|comprador*|compras|compras internacionales|dueno|importacion|importaciones|' +
  'diretoria|comercio exterior|suprimentos|assistente|proprietari*|supervisor*|diretor*|coordenador*|analista|socio|importacao|' +
  'buyer|addett*|impiegat*|resp.|export|responsabile|direttore|direttrice|ufficio acquisti|acquisti|titolare|amministratore|' +
  'aankoper|aankoop|medewerker*|inkoopmanager|bedrijfsleider|directie|hoofd|inkoper|inkoop|directeur|manager|eigenaar|' +
  'inkopschef|inkopare|inkop|saljchef|indkobschef|indkober|indkob|innkjop*|vd|nakupci|nakup*|jednatel|beszerzo|beszerz*|ugyvezeto|achizitii|ostopaallikko|kierowniczka|asystent*|specjalist*|wspolwlasciciel*|dzial zakupow|logistyk|koordynator*|kierownik|dyrektor|specjalista|kupiec|zakupow|wlasciciel|prezes|' +
  'заместител*|зам.|логист*|инженер*|товаровед*|генеральн*|учредител*|собственник*|вэд|отдел* закуп*|менеджер*|директор*|начальник*|специалист*|руководитель*|закупк*|снабжени*|' +
  'direktor*|temsilcisi|genel mudur|ithalat*|dis ticaret|lojistik|sef|sefi|kurucu*|ortagi|mudur*|muduru|yoneticisi|satin alma|uzman*|sorumlusu|' +
  '專員|专员|經理|副總|採購專員|采购专员|采购经理|采购主管|副理|協理|課長|組長|助理|跟单|买手|外贸|创始人|负责人|经理|總經理|经理|采购员|采购|採購|总监|主管|主任|总经理|董事长|业务|' +
  'שיווק|מנהל*|מנהלת|קניין|קניינית|רכש|סמנכל|סמנכ"ל|מנכ"ל|מנכל|בעלים|truong phong|pho phong|giam doc|nhan vien|quan ly|phong mua hang|phu trach|manajer|direktur|pembelian|pengadaan|staf|staff|kepala|pemilik|purchasing staff|資材部|調達部|購買|営業部|主事|主査|統括|リーダー|室長|所長|次長|調達|部長|課長|係長|主任|社長|取締役|担当|購買部|仕入|マネージャー|バイヤー|部|課|' +
  '선임|책임|본부장|실장|전무|상무|주임|사원|매니저|부장|과장|차장|대리|팀장|사장|이사|대표|주임|구매팀|' +
  'منسق*|موظف*|مندوب*|صاحب|المدير*|قسم المشتريات|مسؤولة|مدير*|مديرة|مسؤول*|رئيس قسم|رئيس|مشتريات|المشتريات'

/** Forms of firms that the list for names of customers has not, and words that such names begin with. */
export const COMPANY_WORDS =
  'sae|s.a.e.|llp|l.l.c.|w.l.l.|wll|fzco|fze|limited company|gesellschaft mbh|handelsgesellschaft mbh|בע"מ|בעמ|ש.מ.|jsc|est.|establishment|trading est|trading co|group|holding|holdings|industries|enterprises|traders|gmbh & co. kg|co., ltd|co. ltd|sp. z o.o.|sp. z o. o.|s.a. de c.v.|s. de r.l. de c.v.|s.r.l.|s.p.a.|s.l.|s.a.|s.a.s.|a.s.|ltd. sti.|tic. ltd. sti.|san. ve tic.|b.v.|n.v.|pvt. ltd.|pty ltd|spa|s.l.u.|a.s|a/s|s.r.o.|sp. k.|sp.k.|sp. j.|e.k.|e. k.|e.kfr.|(주)|(株)|(有)|㈜|㈱'
