import type postgres from 'postgres'

/** What the matching engine's statements begin with: how they are best answered depends on what an opening asks. */
const PLANNED_ANEW = '/* planned anew */'
const LONGEST = 4_000
/** Texts: each connection keeps what was prepared of them, and lists of ever other lengths would make ever new ones. */
const MOST = 500

/**
 * The same client, which prepares the statements that it is asked at least twice: they are parsed and their policies written
 * into them once a connection, and then take one round trip instead of two. PostgreSQL plans a prepared statement anew when
 * the role changes under it, and keeps a common plan only where it is no worse than one for the values at hand.
 */
export function preparing(sql: postgres.Sql): postgres.Sql {
  const seen = new Set<string>()
  const prepared = new Set<string>()
  const isWorth = (text: string): boolean => {
    if (prepared.has(text)) return true
    if (text.startsWith(PLANNED_ANEW) || text.length > LONGEST || prepared.size >= MOST) return false
    if (!seen.has(text)) {
      if (seen.size >= 10 * MOST) seen.clear()
      seen.add(text)
      return false
    }
    seen.delete(text)
    prepared.add(text)
    return true
  }
  return through(sql, isWorth)
}

function through<S extends postgres.Sql | postgres.TransactionSql>(
  client: S,
  isWorth: (text: string) => boolean,
): S {
  const send = client.unsafe.bind(client)
  const ours: Record<PropertyKey, unknown> = {
    unsafe: (text: string, values: never[], options: object) =>
      send(text, values, { ...options, prepare: values.length > 0 && isWorth(text) }),
  }
  if ('begin' in client)
    ours.begin = (work: (inner: postgres.TransactionSql) => Promise<unknown>) =>
      client.begin((inner) => work(through(inner, isWorth)))
  return new Proxy(client, {
    get: (target, name) => (name in ours ? ours[name] : (Reflect.get(target, name) as unknown)),
    // Whoever counts statements puts a door of its own before this one.
    set: (target, name, value) =>
      name in ours ? Reflect.set(ours, name, value) : Reflect.set(target, name, value),
  })
}
