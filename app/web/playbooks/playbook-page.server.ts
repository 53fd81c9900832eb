import { colleagueNames } from '#app/domain/follow-ups/colleague-names.server.ts'
import { occasions, playbookStages } from '#app/domain/playbooks/occasions.ts'
import { playbookHistory } from '#app/domain/playbooks/playbooks-in-force.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Call } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatDateTime } from '../format.ts'
import { text } from '../text.server.ts'
import { defaultPlaybook } from './playbook-text.server.ts'

/** The playbook that an address names. @throws DomainError not_found for any other address. */
export function playbookAsked(params: Call['params']) {
  const occasion = occasions.find((one) => one === params.occasion)
  const stage = playbookStages.find((one) => one === params.stage)
  if (!occasion || !stage || (occasion === 'any' && stage === 'any')) notFound()
  return { occasion, stage }
}

/** One playbook to be written, with its versions; `?da=2` begins from an earlier one, `?da=0` from the default. */
export async function playbookPage({ tx, params, url, info: { locale } }: Call & { tx: Tx }) {
  const { occasion, stage } = playbookAsked(params)
  const history = await playbookHistory(tx, occasion, stage)
  const version = history[0]?.version ?? 0
  const from = Number(url.searchParams.get('da') ?? version)
  const begun = history.find((one) => one.version === from)
  const names = await colleagueNames(
    tx,
    history.map(({ authorId }) => authorId),
  )
  return {
    name: text(`playbook_occasion_${occasion}`),
    when: text(`playbook_when_${occasion}`),
    stage: stage === 'any' ? text('playbook_every_stage') : text(`trust_stage_${stage}`),
    ...{ version, from: begun?.version ?? 0, formKey: newFormKey() },
    texts: {
      it: begun?.textIt ?? defaultPlaybook(occasion, stage, 'it'),
      en: begun?.textEn ?? defaultPlaybook(occasion, stage, 'en'),
    },
    versions: [
      ...history.map((one) => ({
        version: one.version,
        title: text('playbook_version', {
          number: one.version,
          who: names.get(one.authorId) ?? '',
          when: formatDateTime(one.at),
        }),
        text: locale === 'en' ? one.textEn : one.textIt,
      })),
      { version: 0, title: text('playbook_version_default'), text: defaultPlaybook(occasion, stage, locale) },
    ],
  }
}
