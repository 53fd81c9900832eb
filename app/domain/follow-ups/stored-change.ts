import type { MessageText, MessageTexts } from '../messages/templates.ts'
import { taskAudiences, type Delay, type Every, type FollowUpRule, type RuleChange } from './rule.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)

function everyFrom(value: unknown): Every | undefined {
  if (!isRecord(value)) return undefined
  if (whole(value.months)) return { months: value.months }
  return whole(value.days) ? { days: value.days } : undefined
}

function delayFrom(value: unknown): Delay | undefined {
  if (value === 'at_once') return value
  if (isRecord(value) && whole(value.workingDays)) return { workingDays: value.workingDays }
  return everyFrom(value)
}

function textFrom(value: unknown): MessageText | undefined {
  if (!isRecord(value)) return undefined
  const { subject, body, action } = value
  return typeof subject === 'string' && typeof body === 'string' && typeof action === 'string'
    ? { subject, body, action }
    : undefined
}

function textsFrom(value: unknown): MessageTexts | undefined {
  if (!isRecord(value)) return undefined
  const [it, en] = [textFrom(value.it), textFrom(value.en)]
  return it && en ? { it, en } : undefined
}

/** A change as the database holds it. What a former release wrote and nobody understands any more is left out. */
export function changeFrom(stored: unknown): RuleChange {
  if (!isRecord(stored)) return {}
  const change: RuleChange = {
    enabled: typeof stored.enabled === 'boolean' ? stored.enabled : undefined,
    delay: delayFrom(stored.delay),
    every: everyFrom(stored.every),
    channel: stored.channel === 'task' ? 'task' : undefined,
    audience: taskAudiences.find((audience) => audience === stored.audience),
    texts: textsFrom(stored.texts),
    since: typeof stored.since === 'string' ? new Date(stored.since) : undefined,
  }
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A rule without what a form has not changed: only what differs from the default is kept. */
export function changeBeside(rule: FollowUpRule, wanted: RuleChange, texts: MessageTexts | null): RuleChange {
  const { enabled, delay, every, channel, audience, since } = wanted
  const own = rule.kind === 'task' ? rule.audience : 'lead'
  return {
    ...(enabled === undefined || enabled === rule.enabled ? {} : { enabled }),
    ...(delay === undefined || same(delay, rule.delay) ? {} : { delay }),
    ...(every === undefined || same(every, rule.repeat?.every) ? {} : { every }),
    ...(channel === 'task' && rule.kind === 'message' ? { channel } : {}),
    ...(audience === undefined || audience === own ? {} : { audience }),
    ...(wanted.texts === undefined || same(wanted.texts, texts) ? {} : { texts: wanted.texts }),
    ...(since ? { since } : {}),
  }
}
