/** Our own drawings, strokes on a grid of 20. */
const PATHS = {
  quay: 'M3 7.5h14M5.5 7.5V12m9-4.5V12M10 3.5v4M2.5 14.2c1.25 1.2 2.5 1.2 3.75 0s2.5-1.2 3.75 0 2.5 1.2 3.75 0 2.5-1.2 3.75 0',
  list: 'M3 5.5h14M3 10h14M3 14.5h14',
  pin: 'M8 3.5h4l-.5 4.5 2.5 2.5v1H6v-1L8.5 8 8 3.5ZM10 11.5V17',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  search: 'M8.7 13.9a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4Zm3.8-1.4 4 4',
  paperclip: 'm8.2 11.8 4.6-4.6a1.7 1.7 0 0 1 2.4 2.4l-5.6 5.6a3.3 3.3 0 0 1-4.7-4.7l5.6-5.6',
  nothing: 'M4.5 4.5h11v11h-11zM7.5 7.5l5 5m0-5-5 5',
  mail: 'M3 5.5h14v9.5H3zM3.2 6l6.8 5 6.8-5',
  back: 'M16.5 10h-13m5.5-5.5L3.5 10 9 15.5',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  controls: 'M3 6.5h7m4 0h3M3 13.5h3m4 0h7M12 4.5v4M8 11.5v4',
} as const

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('icon')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}

const SVG = 'http://www.w3.org/2000/svg'
