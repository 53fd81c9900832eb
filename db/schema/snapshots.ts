import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/**
 * The network's unmet demand and supply as they stood when the month was frozen. Exact counts of openings and people:
 * nobody reads them but through app/domain/network, which rounds and suppresses.
 */
export const matchSnapshots = pgTable(
  'match_snapshots',
  {
    /** The first day of the month. */
    month: date('month', { mode: 'string' }).notNull(),
    /** `demand` counts openings, `supply` people. */
    side: text('side').$type<'demand' | 'supply'>().notNull(),
    dimension: text('dimension').$type<'network' | 'area' | 'sector'>().notNull(),
    /** A province group, a sector's code; `all` for the network. */
    key: text('key').notNull(),
    /** `all`, `unmet`, or the constraint that alone keeps out. */
    measure: text('measure').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.side, t.dimension, t.key, t.measure] })],
)

/** What a month's snapshot lets companies know: which changes of an opening reach more people, in words. */
export const matchGuidance = pgTable(
  'match_guidance',
  {
    month: date('month', { mode: 'string' }).notNull(),
    advice: text('advice').notNull(),
    reach: text('reach').$type<'more' | 'many_more'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.advice] })],
)
