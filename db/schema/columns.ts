import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A UUID primary or foreign key, branded. */
export const id = <T extends string>(name: string) => uuid(name).$type<T>()

/** An instant with time zone, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** The id of a transaction, which `pg_snapshot` tells seen from unseen. Of this database as it runs: a restored copy counts anew. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/** Bytes, as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** The weekly mask: 336 half-hours as '0' and '1', Monday 00:00 first. */
export const week = customType<{ data: string; driverData: string }>({ dataType: () => 'bit(336)' })
