import { m } from '#app/locales/generated/messages.js'
import { BarChart, type Bar } from '#app/ui/charts/BarChart.tsx'
import { minutesInWords } from '#app/ui/network/minutes.ts'

/** What the network's work on companies has cost in time, by who did it and by how far the company is. */
export function Effort({ effort }: { effort: { byOrganisation: readonly Bar[]; byStage: readonly Bar[] } }) {
  return (
    <section aria-labelledby="effort">
      <h2 id="effort">{m.network_effort_title()}</h2>
      <p className="muted">{m.network_effort_lead()}</p>
      {effort.byOrganisation.length > 0 ? (
        <div className="row">
          <div className="col-lg-6">
            <div className="card">
              <BarChart
                title={m.network_effort_by_organisation()}
                description={m.network_effort_by_organisation_description()}
                bars={effort.byOrganisation}
                labelHeader={m.network_organisation()}
                valueHeader={m.network_time()}
                formatValue={minutesInWords}
              />
            </div>
          </div>
          <div className="col-lg-6">
            <div className="card">
              <BarChart
                title={m.network_effort_by_stage()}
                description={m.network_effort_by_stage_description()}
                bars={effort.byStage}
                labelHeader={m.network_stage()}
                valueHeader={m.network_time()}
                formatValue={minutesInWords}
              />
            </div>
          </div>
        </div>
      ) : (
        <p>{m.network_effort_none()}</p>
      )}
    </section>
  )
}
