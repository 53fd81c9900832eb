import { m } from '#app/locales/generated/messages.js'

const APRICOT = '#f0a04b'
const CREAM = '#fff6ea'
const DEEP = '#06332f'
const BRAND = '#0b5d57'
const MIST = '#b5d8d1'

/** A speech bubble with lines of words; `tail` is the side on which it is spoken. */
function Bubble({ x, y, width, lines, fill, ink, tail }: BubbleProps) {
  const height = 22 + lines.length * 14
  const foot = tail === 'left' ? x + 22 : x + width - 22
  const tip = tail === 'left' ? foot - 10 : foot + 10
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx="16" fill={fill} />
      <path d={`M${foot - 9} ${y + height - 2}h18L${tip} ${y + height + 18}z`} fill={fill} />
      {lines.map((length, index) => (
        <path
          key={index}
          d={`M${x + 18} ${y + 19 + index * 14}h${length}`}
          stroke={ink}
          strokeWidth="5"
          strokeLinecap="round"
        />
      ))}
    </g>
  )
}

type BubbleProps = {
  x: number
  y: number
  width: number
  lines: readonly number[]
  fill: string
  ink: string
  tail: 'left' | 'right'
}

/** Windows of a building, row by row, some of them lit. */
function Windows({ x, y, rows, lit }: { x: number; y: number; rows: number; lit: readonly number[] }) {
  return Array.from({ length: rows * 3 }, (_, index) => (
    <rect
      key={index}
      x={x + (index % 3) * 22}
      y={y + Math.floor(index / 3) * 24}
      width="12"
      height="14"
      rx="2"
      fill={lit.includes(index) ? APRICOT : MIST}
    />
  ))
}

/** Alps, hills with rows of vines, a workshop, a hotel and a shop: the firms pass the word on. Drawn by us. */
export function WordOfMouth() {
  return (
    <svg className="home-hero__picture" viewBox="0 0 640 480" role="img" aria-label={m.public_home_picture()}>
      <circle cx="500" cy="112" r="46" fill={APRICOT} opacity="0.95" />
      <path d="M0 480 138 210l84-106 82 104 58-66 96 112 66-70 116 110v176z" fill="#1b6f68" />
      <path d="m222 104 36 46-20 10-16-14-18 16-18-10zM362 142l28 33-16 8-12-10-14 11-14-9z" fill={CREAM} />
      <path d="M0 480c20-150 120-242 296-204s230 36 344-24v228z" fill={BRAND} />
      <path d="M0 480c30-150 200-200 372-130s190 30 268 4v126z" fill="#13766e" />
      <path
        d="M92 396c86-62 190-62 278-30s190 32 270 6M58 432c100-70 222-74 312-42s190 32 270 8M30 462c110-62 240-74 340-44s190 30 270 8"
        fill="none"
        stroke="#2c8f86"
        strokeWidth="3"
      />
      <g>
        <path d="M56 250h150v108H56z" fill={CREAM} />
        <path d="m56 250 38-34v34l37-34v34l37-34v34l38-34v36H56z" fill={APRICOT} />
        <path d="M176 176h18v52h-18z" fill={MIST} />
        <path d="M78 306h40v52H78z" fill={DEEP} />
        <path d="M84 318h28M84 330h28M84 342h28" stroke="#2c8f86" strokeWidth="3" />
        <rect x="136" y="282" width="50" height="26" rx="3" fill={MIST} />
        <path d="M161 282v26" stroke={CREAM} strokeWidth="3" />
      </g>
      <g>
        <path d="M284 212h82v166h-82z" fill="#fff" />
        <path d="M276 202h98v14h-98z" fill={DEEP} />
        <Windows x={297} y={230} rows={4} lit={[1, 3, 8, 10]} />
        <path d="M312 340h26v38h-26z" fill={BRAND} />
        <path d="M304 334h42" stroke={APRICOT} strokeWidth="6" strokeLinecap="round" />
      </g>
      <g>
        <path d="M452 282h132v98H452z" fill={CREAM} />
        <path d="m440 286 20-38h116l20 38z" fill={DEEP} />
        <path
          d="M446 286h24v16a12 12 0 0 1-24 0zM494 286h24v16a12 12 0 0 1-24 0zM542 286h24v16a12 12 0 0 1-24 0z"
          fill={APRICOT}
        />
        <path
          d="M470 286h24v16a12 12 0 0 1-24 0zM518 286h24v16a12 12 0 0 1-24 0zM566 286h24v16a12 12 0 0 1-24 0z"
          fill="#fff"
        />
        <rect x="468" y="324" width="54" height="40" rx="3" fill={MIST} />
        <path d="M540 324h28v56h-28z" fill={BRAND} />
      </g>
      <path
        d="M168 148c36-46 92-58 132-26M404 132c34-22 72-14 96 20"
        fill="none"
        stroke="#fff"
        strokeWidth="4"
        strokeDasharray="1 12"
        strokeLinecap="round"
      />
      <Bubble x={64} y={128} width={112} lines={[76, 48]} fill="#fff" ink={BRAND} tail="right" />
      <Bubble x={290} y={92} width={116} lines={[80, 56]} fill={APRICOT} ink={DEEP} tail="left" />
      <Bubble x={478} y={158} width={112} lines={[76, 40]} fill="#fff" ink={BRAND} tail="right" />
    </svg>
  )
}
