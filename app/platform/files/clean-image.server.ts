import sharp from 'sharp'
import { FileTrouble } from './file-trouble.ts'

/** What a telephone's camera makes, and no more: a decoded pixel takes four bytes of memory. */
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 12_000
/** As large as a page ever shows one. */
const KEPT_SIDE = 1_920

export type CleanImage = { content: Buffer; width: number; height: number }

// One picture at a time: what waits does not take memory yet.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Draws an image anew as JPEG, upright, at most 1,920 pixels wide or high, on white where it was transparent: what is not
 * the picture (place and camera of a photograph, a second file behind it) stays behind. Its size is read from its head
 * before anything is decoded.
 * @throws FileTrouble when it is too large, cut off or not what it says.
 */
export async function cleanImage(bytes: Buffer): Promise<CleanImage> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'truncated', animated: false } as const
  const head = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => broken())
  const { width, height } = head
  if (width === 0 || height === 0) broken()
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw new FileTrouble('too_many_pixels')
  const { data, info } = await sharp(bytes, options)
    .rotate()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => broken())
  return { content: data, width: info.width, height: info.height }
}

function broken(): never {
  throw new FileTrouble('broken')
}
