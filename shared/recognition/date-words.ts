import { anyOf } from './words.ts'

/** What dates are said with that name a part or the end of a week or a month. */
export const MID = anyOf(
  'mid|middle of|pertengahan|giua thang|giua|אמצע|mitte|mi|a la mi|mediados de|a mediados de|meados de|em meados de|meta|a meta|medio|half|polowie|polowa|w polowie|середине|в середине|ortasi|منتصف',
)

export const WEEK = anyOf(
  'calendar week|week|wk|week no|uke|vecka|týden|ww|kw|kalenderwoche|semaine|sem.|semana|settimana|weeknummer|week nr|tydzien|tygodniu|tygodnia|неделя|неделе|неделю|нед.|hafta|haftasi|第|cw',
)

export const END_OF = anyOf(
  'fines de|a fines de|finales de|a finales de|ultimos dias de|end of|end|akhir|akhir bulan|cuoi thang|cuoi|סוף|cierre de|ultimos de|finales del mes de|fins de|final de mes de|finalu|konca miesiaca|концу|к концу|до конца|sonuna|the end of|ende|fin|fin de|finales de|final de|fim de|final do mes de|fine|fine di|eind|eind van|koniec|konca|конца|конец|конце|до конца|sonu|نهاية|نهاية شهر|by end of|slutet av',
)

export const NEXT_WEEK = anyOf(
  'next week|next|minggu depan|tuan toi|tuan sau|הבא|בשבוע הבא|przyszly|przyszla|w przyszlym tygodniu|na przyszlym tygodniu|gelecek hafta|onumuzdeki hafta|haftaya|на следующей неделе|следующей недели|الأسبوع القادم|下个星期|下个周|下禮拜|下周|下星期|下週|来週の|来週|다음 주|다음주|nachste woche|kommende woche|la semaine prochaine|la proxima semana|proxima semana|na proxima|la prossima settimana|volgende week',
)

export const THIS_WEEK = anyOf(
  'end of this week|end of the week|this week|ende der woche|ende dieser woche|diese woche|fin de semaine|fin de la semaine|cette semaine|fin de esta semana|esta semana|fim da semana|esta semana|fine settimana|questa settimana|eind van de week|deze week|koniec tygodnia|konca tygodnia|конца недели|до конца недели|hafta sonuna|本周内|这周内|本週內|今週中|이번 주|이번주|نهاية الأسبوع',
)

export const END_OF_NEXT_WEEK = anyOf(
  'end of next week|end next week|the end of next week|ende nachster woche|ende der nachsten woche|ende kommender woche|fin de la semaine prochaine|fin de semaine prochaine|fin de la proxima semana|finales de la proxima semana|fim da proxima semana|final da proxima semana|fine della prossima settimana|fine della settimana prossima|eind volgende week|einde volgende week|eind van volgende week|konca przyszlego tygodnia|konca nastepnego tygodnia|конца следующей недели|конца будущей недели|gelecek hafta sonuna|onumuzdeki hafta sonuna|cuoi tuan sau|cuoi tuan toi|akhir minggu depan|下周末前|下周内|下週內|来週末まで|来週中|다음 주 말|다음주 내|다음 주 내|نهاية الأسبوع القادم|סוף השבוע הבא',
)

export const END_OF_MONTH = anyOf(
  'end of this month|end of the month|by month end|ende des monats|monatsende|ende dieses monats|fin du mois|fin de ce mois|fin de mes|fin de este mes|fim do mes|fim deste mes|final do mes|fine mese|fine del mese|einde van de maand|eind van de maand|eind deze maand|konca miesiaca|конца месяца|ay sonu|ay sonuna|bu ay sonu|cuoi thang nay|akhir bulan ini|이달 말|이번 달 말|نهاية الشهر|نهاية هذا الشهر|סוף החודש',
)

export const END_OF_NEXT_MONTH = anyOf(
  'end of next month|ende nachsten monats|ende des nachsten monats|fin du mois prochain|fin del proximo mes|fim do proximo mes|fine del prossimo mese|eind volgende maand|konca przyszlego miesiaca|конца следующего месяца|gelecek ay sonu*|cuoi thang sau|akhir bulan depan|다음 달 말|다음달 말|نهاية الشهر القادم|סוף החודש הבא',
)

export const TOMORROW = anyOf(
  'tomorrow|ngay mai|besok|מחר|morgen fruh|demain|amanha|domani|jutro|завтра|yarin|明天|明日|내일|غدا',
)
