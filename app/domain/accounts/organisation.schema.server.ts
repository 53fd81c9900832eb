import { z } from 'zod'
import { placeName } from '../places/place-name.schema.server.ts'
import { nameOf, strictly } from './fields.schema.server.ts'

const name = nameOf('admin_organisation_name_missing')
const orgId = z.uuid({ error: 'account_organisation_missing' })

export const addOrganisationSchema = z.strictObject({ name, place: placeName }, strictly)
export const renameOrganisationSchema = z.strictObject({ orgId, name }, strictly)
export const organisationSchema = z.strictObject({ orgId }, strictly)
