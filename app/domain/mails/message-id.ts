/**
 * The Message-ID of an event's mail: the same at every try, so that a server which has it already can tell, and so can
 * whoever reads the logs of both.
 */
export const messageIdOf = (outboxId: string, template: string, host: string): string =>
  `<ob-${outboxId}.${template}@${host}>`
