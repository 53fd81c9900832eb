/** What the network holds for companies. */
export const eventKinds = ['open_day', 'training', 'permanent_table', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

export const invitationAnswers = ['coming', 'declined'] as const
export type InvitationAnswer = (typeof invitationAnswers)[number]

/** Whether whoever was invited came. */
export type Attendance = 'attended' | 'absent'
