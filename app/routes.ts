import { index, layout, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config'

/** The addresses of one audience: path → folder under `app/routes/<audience>`, whose `route.tsx` serves it. */
function pages(audience: string, table: Record<string, string>): RouteConfigEntry[] {
  return Object.entries(table).map(([path, folder]) => {
    const file = `routes/${audience}/${folder}/route.tsx`
    return path === '/' ? index(file) : route(path, file)
  })
}

/** Pages inside their audience's frame, `routes/<audience>/layout/route.tsx`. Each still authorises itself. */
const framed = (audience: string, table: Record<string, string>): RouteConfigEntry =>
  layout(`routes/${audience}/layout/route.tsx`, pages(audience, table))

export default [
  framed('public', {
    '/': 'home',
    '/iscrizione': 'sign-up',
    '/iscrizione/inviata': 'sign-up-sent',
    '/storie': 'stories',
    '/storie/:slug': 'story',
    '/crediti': 'credits',
    '/privacy': 'privacy',
    '/accessibilita': 'accessibility',
    '/disiscrizione/:token': 'unsubscribe',
    '/disiscrizione/:token/riprendi': 'resubscribe',
    '/ancora-aperta/:token': 'still-open',
    '/c/:token': 'card',
    '/c/:token/nuovo': 'card-renew',
  }),
  framed('company', {
    '/azienda': 'home',
    '/azienda/proposte': 'cards',
    '/azienda/opportunita': 'openings',
    '/azienda/opportunita/nuova': 'opening-new',
    '/azienda/opportunita/:id': 'opening',
    '/azienda/opportunita/:id/passo/:step': 'opening-step',
    '/azienda/storie': 'stories',
    '/azienda/storie/nuova': 'story-new',
    '/azienda/storie/:id': 'story',
    '/azienda/testimonial': 'testimonial',
  }),
  framed('desk', {
    '/lavoro': 'day',
    '/lavoro/contatto': 'log',
    '/lavoro/passaggio': 'handover',
    '/lavoro/importa': 'import',
    '/lavoro/importa/:id': 'import-file',
    '/lavoro/aziende': 'companies',
    '/lavoro/aziende/nuova': 'company-new',
    '/lavoro/aziende/:id': 'company',
    '/lavoro/aziende/:id/doppioni': 'company-duplicates',
    '/lavoro/aziende/:id/contatto': 'company-log',
    '/lavoro/aziende/:id/gestione': 'company-edit',
    '/lavoro/aziende/:id/richiami/:followUpId': 'message',
    '/lavoro/proposte/:cardId/inserimento': 'placement',
    '/lavoro/opportunita': 'openings',
    '/lavoro/opportunita/:id': 'opening',
    '/lavoro/opportunita/:id/confronto': 'opening-compare',
    '/lavoro/opportunita/:id/domanda': 'opening-question',
    '/lavoro/persone': 'candidates',
    '/lavoro/persone/nuova': 'candidate-new',
    '/lavoro/persone/da-parte': 'set-aside',
    '/lavoro/persone/:id': 'candidate',
    '/lavoro/persone/:id/profilo': 'candidate-profile',
    '/lavoro/persone/:id/accessi': 'candidate-accesses',
    '/lavoro/persone/:id/copia': 'candidate-copy',
    '/lavoro/persone/:id/pagine': 'candidate-pages',
    '/lavoro/opportunita/:id/proposta/:candidateId': 'proposal',
    '/lavoro/storie': 'stories',
    '/lavoro/storie/nuova': 'story-new',
    '/lavoro/storie/:id': 'story',
    '/lavoro/aziende/:id/testimonial': 'testimonial-ask',
  }),
  framed('network', {
    '/rete': 'overview',
    '/rete/giornata': 'day',
    '/rete/contatto': 'log',
    '/rete/importa': 'import',
    '/rete/importa/:id': 'import-file',
    '/rete/aziende': 'companies',
    '/rete/aziende/:id': 'company',
    '/rete/aziende/:id/contatto': 'company-log',
    '/rete/aziende/:id/doppioni': 'company-duplicates',
    '/rete/aziende/:id/richiami/:followUpId': 'message',
    '/rete/rapporti': 'relationships',
    '/rete/bisogni': 'unmet',
    '/rete/verifiche': 'verifications',
    '/rete/verifiche/:id': 'verification',
    '/rete/copioni': 'playbooks',
    '/rete/copioni/:occasion/:stage': 'playbook',
    '/rete/storie': 'stories',
    '/rete/storie/:id': 'story',
    '/rete/testimonial': 'testimonials',
    '/rete/avvisi': 'notices',
    '/rete/regole': 'rules',
    '/rete/regole/:key': 'rule',
  }),
  framed('account', {
    '/accedi': 'sign-in',
    '/accedi/codice': 'code',
    '/accedi/link/:token': 'link',
    '/invito/:token': 'invite',
    '/account': 'profile',
    '/cerca': 'search',
  }),
  // A person's own pages, opened by a code that her case manager shows: addresses that say nothing.
  framed('visit', {
    '/v': 'start',
    '/v/:token': 'door',
    '/v/via': 'leave',
    '/v/1': 'home',
    '/v/2': 'about',
    '/v/3': 'shown',
    '/v/4': 'data',
  }),
  framed('dev', {
    '/dev/mailbox': 'mailbox',
  }),
  framed('admin', {
    '/admin/account': 'accounts',
    '/admin/account/:id/passaggio': 'handover',
    '/admin/enti': 'organisations',
    '/admin/coda': 'queue',
  }),
  ...pages('account', {
    '/esci': 'sign-out',
    '/lingua': 'language',
    '/cerca/suggerimenti': 'search-suggestions',
  }),
  ...pages('desk', {
    '/lavoro/persone/:id/copia/scarica': 'candidate-copy-file',
  }),
  ...pages('api', {
    '/tassonomia/:list': 'taxonomy',
    '/calendario/:file': 'calendar',
    '/aziende/esporta': 'companies-export',
    '/rete/rapporti/esporta': 'relationships-export',
    '/contatti/esempio.csv': 'contacts-example',
  }),
] satisfies RouteConfig
