/**
 * Waits for reads of one transaction that were begun side by side: the connection keeps their order, and a round trip is paid
 * once. All are waited for, also when one fails: a statement that went out after the rollback would be in somebody else's
 * transaction. None of them may change who acts (`asOurselves`, `forPurpose`): the others would act as that, too.
 * @returns their results, in their order. @throws what the first of them to fail threw: the others fail because of it.
 */
export async function together<T extends readonly unknown[]>(
  reads: readonly [...{ [K in keyof T]: PromiseLike<T[K]> }],
): Promise<T> {
  const faults: unknown[] = []
  const ended = await Promise.all(
    (reads as readonly PromiseLike<unknown>[]).map((read) =>
      Promise.resolve(read).catch((fault: unknown) => void faults.push(fault)),
    ),
  )
  if (faults.length > 0) throw faults[0]
  return ended as unknown as T
}
