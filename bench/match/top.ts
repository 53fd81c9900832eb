type Entry = { points: number; waiting: number; at: number; id: string }

const before = (a: Entry, b: Entry): boolean =>
  a.points !== b.points ? a.points > b.points : a.waiting !== b.waiting ? a.waiting < b.waiting : a.id < b.id

/** The best few of many: most points first, then longest waiting, then the smallest id. */
export class Top {
  private readonly entries: Entry[] = []

  constructor(private readonly size: number) {}

  push(points: number, waiting: number, at: number, id: string): void {
    const worst = this.entries[this.entries.length - 1]
    if (this.entries.length === this.size && worst && worst.points > points) return
    const entry = { points, waiting, at, id }
    if (this.entries.length === this.size && worst && !before(entry, worst)) return
    let place = this.entries.length
    while (place > 0 && before(entry, this.entries[place - 1] as Entry)) place--
    this.entries.splice(place, 0, entry)
    if (this.entries.length > this.size) this.entries.pop()
  }

  best(): readonly Entry[] {
    return this.entries
  }
}
