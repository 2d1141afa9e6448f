/**
 * Marketplaces and mail services that pass on what others write: their domain names no company, and who wrote is at best
 * in Reply-To.
 */
const RELAYS = new Set(
  (
    'alibaba.com alibaba-inc.com aliexpress.com 1688.com taobao.com made-in-china.com globalsources.com hktdc.com ' +
    'hktdc.org dhgate.com ec21.com ecplaza.net tradekey.com tradeindia.com indiamart.com exportersindia.com ' +
    'europages.com wlw.de kompass.com thomasnet.com tradewheel.com go4worldbusiness.com tradeford.com globalspec.com ' +
    'amazon.com amazon.de amazon.co.uk amazon.co.jp ebay.com etsy.com faire.com ankorstore.com walmart.com ' +
    'mercadolibre.com mercadolivre.com.br ozon.ru wildberries.ru lazada.com shopee.com tokopedia.com coupang.com ' +
    'shopify.com linkedin.com facebookmail.com docusign.net dropbox.com wetransfer.com sendgrid.net mailchimp.com ' +
    'mailgun.org amazonses.com mailjet.com hubspotemail.net zendesk.com freshdesk.com googlegroups.com groups.io ' +
    'simplelogin.com duck.com privaterelay.appleid.com tradeplaza.example'
  ).split(' '),
)

/** Whether a registered domain passes on the mails of others. */
export const isRelay = (domain: string): boolean => RELAYS.has(domain)
