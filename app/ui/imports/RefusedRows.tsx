import { useEffect, useRef } from 'react'
import { m } from '#app/locales/generated/messages.js'
import type { RefusedFile } from '#app/ui/imports/import-view.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { Table } from '#app/ui/Table.tsx'

/** Why a file was not taken in, row by row. */
export function RefusedRows({ refused: { total, lines } }: { refused: RefusedFile }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [lines])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="bad" title={m.imports_refused({ count: total })} role="alert">
        {m.imports_refused_lead()}
      </Notice>
      <Table
        compact
        caption={m.imports_refused_table()}
        captionHidden
        rows={lines.map((line, at) => ({ ...line, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'line', header: m.imports_refused_line(), cell: ({ line }) => line ?? '–' },
          { key: 'column', header: m.imports_refused_column(), cell: ({ column }) => column ?? '–' },
          { key: 'said', header: m.imports_refused_said(), cell: ({ said }) => said || '–' },
          { key: 'reason', header: m.imports_refused_reason(), cell: ({ reason }) => reason },
        ]}
      />
      {total > lines.length ? (
        <p className="muted">{m.imports_refused_more({ count: total - lines.length })}</p>
      ) : null}
    </div>
  )
}
