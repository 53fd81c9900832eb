/** Modules of white that a camera needs around a code. */
const QUIET = 4

type QrCodeProps = { qr: { size: number; path: string }; label: string }

/** A QR code in black on white, whatever the ground around it. */
export function QrCode({ qr: { size, path }, label }: QrCodeProps) {
  const side = size + 2 * QUIET
  return (
    <svg
      role="img"
      aria-label={label}
      width="220"
      height="220"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
