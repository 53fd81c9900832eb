const [MARK, START_OF_SCAN, COMMENT] = [0xff, 0xda, 0xfe]
/** APP0 says how to show it, APP14 how its colours are meant; APP1 to APP13 and APP15 speak of camera, place and owner. */
const isAbout = (marker: number): boolean =>
  marker === COMMENT || (marker > 0xe0 && marker <= 0xef && marker !== 0xee)

/** A JPEG without the parts that are not the picture. What is no JPEG stays as it is. */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== MARK || jpeg[1] !== 0xd8) return jpeg
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === MARK && jpeg[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
    if (!isAbout(jpeg[at + 1] ?? 0)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  kept.push(jpeg.subarray(at))
  return Buffer.concat(kept)
}
