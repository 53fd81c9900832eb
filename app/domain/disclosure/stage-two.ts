/** Where somebody is met: closed, because an operator's own words could tell what they must not. */
export const meetingPlaces = ['at_company', 'at_network', 'by_phone'] as const
export type MeetingPlace = (typeof meetingPlaces)[number]

/** Which of her names she is met under; she chooses. */
export const meetingNames = ['first_name', 'alias'] as const
export type MeetingName = (typeof meetingNames)[number]

/** Everything that a company learns at stage 2. The contact is the network's, by first name. */
export type StageTwo = {
  openingTitle: string
  name: string
  place: MeetingPlace
  startsAt: Date
  contact: string
}

/** A first name and no more: whatever follows it is a surname. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** The one way out of stage 2: reads what it shows by name. */
export const stageTwo = (meeting: StageTwo): StageTwo => ({
  openingTitle: meeting.openingTitle,
  name: meeting.name,
  place: meeting.place,
  startsAt: meeting.startsAt,
  contact: firstNameOf(meeting.contact),
})
