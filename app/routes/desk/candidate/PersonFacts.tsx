import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { PhoneLink } from '#app/ui/company/CompanyCards.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import type { FileView } from './file-view.server.ts'

/** Who she is: opened for this page alone, and written down that it was. */
export function PersonFacts({ view }: { view: FileView }) {
  return (
    <Card as="section" title={m.desk_person_who()}>
      <DefinitionList
        items={[
          { term: m.desk_person_alias(), value: view.alias },
          {
            term: m.desk_person_phone(),
            value: view.phone && <PhoneLink phone={view.phone} />,
          },
          { term: m.desk_person_birth_date(), value: view.birthDate },
          { term: m.desk_person_case_manager(), value: view.caseManager },
          { term: m.desk_person_taken_on(), value: view.takenOnOn },
          {
            term: m.files_cv_title(),
            value: <Link to={`/lavoro/persone/${view.candidateId}/curriculum`}>{m.files_cv_link()}</Link>,
          },
        ]}
      />
      <p>
        <Link to={`/lavoro/persone/${view.candidateId}/dati`}>{m.desk_identity_link()}</Link>
      </p>
      <p className="small muted">
        {m.desk_person_read_noted()}{' '}
        <Link to={`/lavoro/persone/${view.candidateId}/accessi`}>{m.audit_accesses_title()}</Link>
      </p>
    </Card>
  )
}
