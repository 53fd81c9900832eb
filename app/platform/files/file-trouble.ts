/** Why a file is refused. */
export type FileFault = 'broken' | 'too_many_pixels' | 'active' | 'locked' | 'too_many_pages' | 'bomb'

export class FileTrouble extends Error {
  constructor(readonly fault: FileFault) {
    super(fault)
  }
}
