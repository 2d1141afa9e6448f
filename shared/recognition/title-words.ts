/** Words that a line of a signature says somebody's work with. */
export const TITLE_WORDS =
  'manager|director|buyer|purchaser|purchasing|procurement|sourcing|ceo|cfo|coo|owner|president|vice president|vp|head of|chief|executive|officer|specialist|assistant|coordinator|merchandiser|sales|accounts payable|accountant|engineer|founder|partner|proprietor|import|imports|supervisor|representative|' +
  'leiter*|einkauf|einkaufsleit*|einkaufsabteilung|vertriebsleit*|produktmanag*|disponent*|einkaufer*|geschaftsfuhrer*|inhaber*|prokurist*|sachbearbeiter*|abteilungsleiter*|vertrieb|' +
  'responsable|directeur|directrice|cheffe|chef|acheteur|acheteuse|gerant*|achats|' +
  'gerente|jefe|jefa|director|directora|encargad*|comprador*|compras|compras internacionales|dueno|importacion|importaciones|' +
  'diretor*|coordenador*|analista|socio|importacao|' +
  'responsabile|direttore|direttrice|ufficio acquisti|acquisti|titolare|amministratore|' +
  'hoofd|inkoper|inkoop|directeur|manager|eigenaar|' +
  'kierownik|dyrektor|specjalista|kupiec|zakupow|wlasciciel|prezes|' +
  'менеджер*|директор*|начальник*|специалист*|руководитель*|закупк*|снабжени*|' +
  'mudur*|muduru|yoneticisi|satin alma|uzman*|sorumlusu|' +
  '经理|總經理|经理|采购员|采购|採購|总监|主管|主任|总经理|董事长|业务|' +
  '部長|課長|係長|主任|社長|取締役|担当|購買部|仕入|マネージャー|バイヤー|部|課|' +
  '부장|과장|차장|대리|팀장|사장|이사|대표|주임|구매팀|' +
  'مدير*|مديرة|مسؤول*|رئيس قسم|رئيس|مشتريات|المشتريات'

/** Forms of firms that the list for names of customers has not, and words that such names begin with. */
export const COMPANY_WORDS =
  'est.|establishment|trading est|trading co|group|holding|holdings|industries|enterprises|traders|gmbh & co. kg|co., ltd|co. ltd|sp. z o.o.|sp. z o. o.|s.a. de c.v.|s. de r.l. de c.v.|s.r.l.|s.p.a.|s.l.|s.a.|s.a.s.|a.s.|ltd. sti.|tic. ltd. sti.|san. ve tic.|b.v.|n.v.|pvt. ltd.|pty ltd|spa|s.l.u.|a.s|a/s|s.r.o.|sp. k.|sp.k.|sp. j.|e.k.|e. k.|e.kfr.|(주)|(株)|(有)|㈜|㈱'
