import { gzipSync } from 'node:zlib'
import { buildWorker } from './worker/build-tmp.ts'
const mods = await buildWorker('worker/src/index.ts')
const outs = (globalThis as any).META.outputs
const entry=Object.keys(outs).find(k=>outs[k].entryPoint==='worker/src/index.ts')!
const seen=new Set<string>(); (function walk(k: string){ if(seen.has(k))return; seen.add(k); for(const i of outs[k].imports) if(i.kind==='import-statement') walk(i.path)})(entry)
const inputs: Record<string, number>={}; for(const k of seen) for(const [p,v] of Object.entries<any>(outs[k].inputs)) inputs[p]=(inputs[p]||0)+v.bytesInOutput
const groups: Record<string, number>={}; for(const [p,b] of Object.entries(inputs)){ const g=p.includes('node_modules')? p.replace(/.*node_modules\/((@[^/]+\/)?[^/]+).*/,'$1') : p.split('/').slice(0,3).join('/'); groups[g]=(groups[g]||0)+b }
console.log(Object.entries(groups).sort((a,b)=>b[1]-a[1]).slice(0,30).map(([g,b])=>b+' '+g).join('\n'))
console.log('---'); console.log(Object.entries(inputs).filter(([p])=>!p.includes('node_modules')).sort((a,b)=>b[1]-a[1]).slice(0,90).map(([g,b])=>b+' '+g).join('\n'))
console.log(gzipSync([...seen].map(k=>mods[k.split('/').pop()!]).join('')).length)
