import { mediaTypeOf } from '#app/domain/files/file-kinds.ts'

/** A file as a download under a name of ours: the browser neither guesses what it is nor opens it in a page. */
export const fileAnswer = (
  { type, content }: { type: 'pdf' | 'jpeg'; content: Buffer },
  name: string,
): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': mediaTypeOf(type),
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="${name}.${type === 'pdf' ? 'pdf' : 'jpg'}"`,
    },
  })
