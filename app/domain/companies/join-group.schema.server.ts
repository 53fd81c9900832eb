import { z } from 'zod'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'
import { groupKinds } from './group-kinds.ts'

/** One that the network knows, or a new one by its name and kind. */
export const joinGroupSchema = z
  .strictObject(
    {
      groupId: chosenId('groups_unknown').optional(),
      name: words(120, 'groups_name_missing').optional(),
      kind: z.enum(groupKinds, { error: 'groups_kind_missing' }).optional(),
    },
    strictly,
  )
  .refine(({ groupId, name }) => Boolean(groupId ?? name), { path: ['groupId'], error: 'groups_missing' })
  .refine(({ groupId, name, kind }) => Boolean(groupId ?? kind) || !name, {
    path: ['kind'],
    error: 'groups_kind_missing',
  })
export const leaveGroupSchema = z.strictObject({ groupId: chosenId('groups_unknown') }, strictly)

export type GroupJoined = z.output<typeof joinGroupSchema>
