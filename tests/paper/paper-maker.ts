import type { Letterhead } from '#shared/paper/letterhead.ts'
import type { Paper } from '#shared/paper/paper.ts'
import { type Assets, assetFonts } from '../../worker/src/paper/asset-fonts.ts'
import { makePaper } from '../../worker/src/paper/make.ts'

/** A Worker that makes papers, to see that it can be done in workerd: `/pdf` or `/xlsx`, a paper in, its file out. */
export default {
  async fetch(request: Request, env: { readonly ASSETS: Assets }): Promise<Response> {
    const { paper, letterhead } = (await request.json()) as { paper: Paper; letterhead: Letterhead }
    const format = new URL(request.url).pathname === '/pdf' ? 'pdf' : 'xlsx'
    try {
      const { bytes } = await makePaper(paper, format, { letterhead, fonts: assetFonts(env.ASSETS) })
      return new Response(bytes)
    } catch (error) {
      return Response.json({ ...(error as object), class: (error as Error).constructor.name }, { status: 422 })
    }
  },
}
