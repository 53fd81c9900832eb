/**
 * Waits for reads of one transaction that were begun side by side: the connection keeps their order, and a round trip is paid
 * once. All are waited for, also when one fails: a statement that went out after the rollback would be in somebody else's
 * transaction. None of them may change who acts (`asOurselves`, `forPurpose`): the others would act as that, too.
 * @returns their results, in their order. @throws what the first of them that failed threw.
 */
export async function together<T extends readonly unknown[]>(
  reads: readonly [...{ [K in keyof T]: PromiseLike<T[K]> }],
): Promise<T> {
  const ended = await Promise.allSettled<unknown>(reads as readonly PromiseLike<unknown>[])
  return ended.map((read) => {
    if (read.status === 'rejected') throw read.reason
    return read.value
  }) as unknown as T
}
