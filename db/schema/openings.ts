import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import type { CompanyId, OpeningId } from '#app/domain/shared/ids.ts'
import { companies } from './companies.ts'
import { id, instant, week } from './columns.ts'

/** What a company posts. A draft may have gaps; an open one may not. */
export const openings = pgTable(
  'openings',
  {
    id: id<OpeningId>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    state: text('state').$type<'draft' | 'open' | 'paused' | 'closed'>().notNull().default('draft'),
    /** How many wizard steps have been saved. */
    stepsDone: smallint('steps_done').notNull().default(0),
    kind: text('kind').$type<'training' | 'trial' | 'internship' | 'job'>(),
    title: text('title').notNull().default(''),
    professionCode: text('profession_code'),
    tasks: text('tasks').notNull().default(''),
    placeCode: text('place_code'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    licences: text('licences').array().notNull().default([]),
    needsVehicle: boolean('needs_vehicle').notNull().default(false),
    italianSpoken: smallint('italian_spoken').notNull().default(0),
    italianWritten: smallint('italian_written').notNull().default(0),
    payMonthlyCents: integer('pay_monthly_cents'),
    hoursPerWeek: smallint('hours_per_week'),
    startFrom: date('start_from', { mode: 'string' }),
    startLatest: date('start_latest', { mode: 'string' }),
    durationMonths: smallint('duration_months'),
    places: smallint('places').notNull().default(1),
    transportProvided: boolean('transport_provided').notNull().default(false),
    lodgingProvided: boolean('lodging_provided').notNull().default(false),
    canteen: boolean('canteen').notNull().default(false),
    childcareProvided: boolean('childcare_provided').notNull().default(false),
    tutor: boolean('tutor').notNull().default(false),
    demands: text('demands').array().notNull().default([]),
    teaches: text('teaches').array().notNull().default([]),
    closeReason: text('close_reason'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    postedAt: instant('posted_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [index('openings_company').on(t.companyId), index('openings_state').on(t.state, t.postedAt)],
)

export const openingSkills = pgTable(
  'opening_skills',
  {
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id, { onDelete: 'cascade' }),
    skillCode: text('skill_code').notNull(),
    need: text('need').$type<'required' | 'desired'>().notNull(),
    /** 1 basic, 2 independent, 3 expert. */
    level: smallint('level').notNull(),
    weight: smallint('weight').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.openingId, t.skillCode] })],
)

/** Alternatives; one that fits is enough. */
export const openingShifts = pgTable(
  'opening_shifts',
  {
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    /** `fixed`: all of the mask; `flexible`: `hoursPerWeek` inside it. */
    kind: text('kind').$type<'fixed' | 'flexible'>().notNull(),
    mask: week('mask').notNull(),
    hoursPerWeek: smallint('hours_per_week'),
  },
  (t) => [primaryKey({ columns: [t.openingId, t.position] })],
)
