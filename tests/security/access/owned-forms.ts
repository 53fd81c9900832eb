const WEEK = '1'.repeat(16).padEnd(336, '0')
const ANY_ID = '22222222-2222-4222-8222-222222222222'
const HOW = 'language=it&channel=phone'
const STORY = [
  ...['title=Terzo turno coperto', 'need=Ci mancavano due addetti al confezionamento.'],
  ...[
    'solution=La rete ci ha proposto un tirocinio.',
    'result=Dopo un anno il turno è stabile, e resta tale.',
  ],
].join('&')
const EVENT =
  'kind=open_day&title=Porte aperte&day=2030-12-05&from=10:00&until=12:00&place=Torino&purpose=Visita'

/**
 * The forms of what belongs to somebody, filled in so that nothing but whose it is can refuse them. Each action of the
 * table with an owner stands here with all its buttons.
 */
export const ownedForms: Record<string, readonly string[]> = {
  'desk/candidate': [
    `intent=consent&decision=given&${HOW}`,
    'intent=avoided&version=1&town=Torino',
    'intent=notes&version=1&notes=x',
    'intent=request&kind=copy',
  ],
  'desk/candidate-identity': ['version=1&firstName=Nora&lastName=Quercianova'],
  'desk/candidate-pages': ['intent=make', 'intent=revoke'],
  'desk/candidate-profile': [
    [
      'version=1&professionCode=isco-9412-kitchen-helper&italianSpoken=3&italianWritten=2',
      `available=${WEEK}&withChildcare=${WEEK}&placeCode=Torino&maxKm=20&freeFrom=2026-11-01`,
    ].join('&'),
  ],
  'desk/candidate-copy-file': ['reason=access&format=json', 'reason=access&format=html'],
  'desk/candidate-cv': ['', 'intent=remove'],
  'desk/candidate-erase': ['code=QUERCIA-101&asked=on'],
  'desk/proposal': [
    'intent=send&seen=x',
    'intent=ask',
    'intent=answer&answer=interested',
    `read=x&decision=given&${HOW}`,
  ],
  'desk/placement': [
    'intent=start&startsOn=2026-11-23&fundingSource=company',
    'intent=end&outcome=completed&endedOn=2026-11-02',
    'intent=hire_talk',
    'intent=report&report=feedback_good&day=2026-11-23',
    `intent=withdraw&event=${ANY_ID}`,
    'intent=cancel',
  ],
  'desk/meeting': [
    'intent=arrange&name=first_name&place=by_phone&day=2030-12-05&time=10:30&safe=on',
    'intent=call_off',
    'intent=held',
    'intent=not_held',
    `intent=consent&read=x&decision=given&${HOW}`,
  ],
  'desk/contract': [
    'intent=send&fields=permit_until&safe=on',
    'intent=revoke',
    `intent=consent&read=x&decision=given&${HOW}`,
  ],
  'desk/import-file': ['intent=confirm', 'intent=discard'],
  'network/import-file': ['intent=confirm', 'intent=discard'],
  'desk/event-edit': ['intent=call_off&why=Piove', `version=1&${EVENT}`],
  'desk/event-invite': [`company=${ANY_ID}`, `intent=invite_shown&shown=${ANY_ID}`],
  'desk/event-attendance': [`shown=${ANY_ID}`],
  'company/opening': [
    ...['post', 'pause', 'resume', 'duplicate', 'discard'].map((intent) => `intent=${intent}&version=1`),
    'intent=close&version=1&reason=need_gone',
  ],
  'company/opening-step': ['version=1&kind=job&professionCode=isco-9412-kitchen-helper&title=Aiuto'],
  'company/story-photo': ['alt=Un banco', 'intent=remove'],
  'company/story': [
    `intent=edit&version=1&${STORY}`,
    ...['submit', 'approve'].map((intent) => `intent=${intent}&version=1&namesNobody=on`),
    'intent=send_back&version=1&note=Più breve',
    ...['take_back', 'withdraw'].map((intent) => `intent=${intent}&version=1`),
  ],
}
