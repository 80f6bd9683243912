import { encode } from 'uqr'

const svg = 'http://www.w3.org/2000/svg'

/** A QR code as an SVG element, one path, four modules of quiet zone. Loaded only when a receipt is shown. */
export function qrSvg(text: string, label: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const drawn = document.createElementNS(svg, 'svg')
  drawn.setAttribute('viewBox', `0 0 ${size} ${size}`)
  drawn.setAttribute('class', 'qr')
  drawn.setAttribute('role', 'img')
  drawn.setAttribute('aria-label', label)
  drawn.setAttribute('shape-rendering', 'crispEdges')
  const path = document.createElementNS(svg, 'path')
  const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  path.setAttribute('d', runs.join(''))
  drawn.append(path)
  return drawn
}
