/** Mail providers whose domain says nothing about a company. */
const FREEMAIL = new Set(
  (
    '126.com 139.com 163.com 21cn.com aliyun.com foxmail.com qq.com sina.cn sina.com sohu.com vip.163.com yeah.net ' +
    'aol.com gmail.com googlemail.com hotmail.com icloud.com live.com mac.com mail.com me.com msn.com outlook.com ' +
    'pm.me proton.me protonmail.com rocketmail.com yahoo.com ymail.com zoho.com gmx.com gmx.de gmx.net web.de ' +
    't-online.de freenet.de arcor.de free.fr laposte.net orange.fr sfr.fr wanadoo.fr libero.it virgilio.it ' +
    'hotmail.fr hotmail.it hotmail.es hotmail.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.uk yahoo.co.jp ' +
    'yahoo.com.br bol.com.br uol.com.br terra.com.br ig.com.br outlook.com.br hotmail.com.br mail.ru bk.ru inbox.ru ' +
    'list.ru yandex.ru yandex.com rambler.ru ukr.net wp.pl o2.pl onet.pl interia.pl seznam.cz naver.com daum.net ' +
    'hanmail.net docomo.ne.jp ezweb.ne.jp rediffmail.com btinternet.com sky.com bigpond.com comcast.net verizon.net ' +
    'att.net freemail.example'
  ).split(' '),
)

/** Whether a domain belongs to a mail provider rather than to a firm. */
export const isFreemail = (domain: string): boolean => FREEMAIL.has(domain)
