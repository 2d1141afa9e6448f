import { folded } from './fold.ts'

/** `_` stands for a space within a name. */
const list = (words: string): readonly string[] => words.split(' ').map((word) => word.replaceAll('_', ' '))

/** Months, January first, as they are written in the middle of a date; several ways parted by `/`, any ending by `*`. */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: list(
    'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  ),
  de: list(
    'januar/jan/janner februar/feb marz/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez',
  ),
  fr: list(
    'janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre/sept octobre/oct novembre/nov decembre/dec',
  ),
  es: list(
    'enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic',
  ),
  pt: list(
    'janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez',
  ),
  it: list(
    'gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic',
  ),
  nl: list(
    'januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sept/sep oktober/okt november/nov december/dec',
  ),
  pl: list(
    'stycznia/styczen/stycznia lutego/luty marca/marzec kwietnia/kwiecien maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpien wrzesnia/wrzesien pazdziernika/pazdziernik listopada/listopad grudnia/grudzien',
  ),
  tr: list('ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik'),
  ru: list(
    'января/январь/янв февраля/февраль/фев марта/март апреля/апрель/апр мая/май июня/июнь июля/июль августа/август/авг сентября/сентябрь/сент октября/октябрь/окт ноября/ноябрь/нояб декабря/декабрь/дек',
  ),
  ar: list('يناير فبراير مارس ابريل مايو يونيو/يونيه يوليو/يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر'),
  cs: list('ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince'),
  sv: list(
    'januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov december/dec',
  ),
  id: list(
    'januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu/agt september/sep oktober/okt november/nov desember/des',
  ),
  he: list('ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'),
  uk: list(
    'січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень',
  ),
}

/** Days of the week, Monday first. */
const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  en: list('monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur friday/fri saturday/sat sunday/sun'),
  de: list('montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag'),
  fr: list('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  es: list('lunes martes miercoles jueves viernes sabado domingo'),
  pt: list(
    'segunda-feira/segunda terca-feira/terca quarta-feira/quarta quinta-feira/quinta sexta-feira/sexta sabado domingo',
  ),
  it: list('lunedi martedi mercoledi giovedi venerdi sabato domenica'),
  nl: list('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  pl: list(
    'poniedzialku/poniedzialek wtorku/wtorek srody/sroda/srode czwartku/czwartek piatku/piatek soboty/sobota niedzieli/niedziela',
  ),
  tr: list('pazartesi sali carsamba persembe cuma cumartesi pazar'),
  ru: list(
    'понедельника/понедельник вторника/вторник среды/среда/среду четверга/четверг пятницы/пятница/пятницу субботы/суббота воскресенья/воскресенье',
  ),
  ar: list('الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد'),
  id: list("senin selasa rabu kamis jumat/jum'at sabtu minggu"),
  vi: list('thu_hai thu_ba thu_tu thu_nam thu_sau thu_bay chu_nhat'),
  he: list('יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי שבת יום_ראשון'),
  cs: list('pondeli/pondelka utery/uterka streda/stredy ctvrtek/ctvrtka patek/patku sobota/soboty nedele'),
  sv: list('mandag tisdag onsdag torsdag fredag lordag sondag'),
  zh: list(
    '周一/星期一/礼拜一/週一 周二/星期二/礼拜二/週二 周三/星期三/礼拜三/週三 周四/星期四/礼拜四/週四 周五/星期五/礼拜五/週五 周六/星期六/週六 周日/星期日/星期天/週日',
  ),
  ja: list('月曜 火曜 水曜 木曜 金曜 土曜 日曜'),
  ko: list('월요일 화요일 수요일 목요일 금요일 토요일 일요일'),
}

/** The words of one language and of English, by what they number: 1 for January, or for Monday. */
function numbered(
  table: Readonly<Record<string, readonly string[]>>,
  language: string | null,
): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const key of ['en', language ?? 'en'])
    table[key]?.forEach((names, index) => {
      for (const name of names.split('/')) words.set(folded(name), index + 1)
    })
  return words
}

export const monthsOf = (language: string | null): ReadonlyMap<string, number> => numbered(MONTHS, language)
export const weekdaysOf = (language: string | null): ReadonlyMap<string, number> => numbered(WEEKDAYS, language)
