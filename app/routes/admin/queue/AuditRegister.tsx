import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { RegisterView } from './register-view.server.ts'

/** Whether the register of who did what is whole, and since when that is known. No entry of it. */
export function AuditRegister({ register }: { register: RegisterView }) {
  const { entries, organisations, checked, anchored, broken } = register
  return (
    <Card title={m.audit_register_title()} as="section">
      {broken ? (
        <Notice tone="bad" title={m.audit_register_broken_title()}>
          <p>{broken}</p>
          <p>{m.audit_register_broken_advice()}</p>
        </Notice>
      ) : (
        <Notice tone={checked ? 'ok' : 'info'}>
          {checked ? m.audit_register_whole() : m.audit_register_unchecked()}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: m.audit_register_checked(), value: checked ?? m.audit_register_never() },
          { term: m.audit_register_anchored(), value: anchored ?? m.audit_register_never() },
          { term: m.audit_register_entries(), value: formatNumber(entries) },
          { term: m.audit_register_chains(), value: formatNumber(organisations) },
        ]}
      />
    </Card>
  )
}
