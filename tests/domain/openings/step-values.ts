import { weekPresets, toBits } from '#app/domain/matching/week.ts'
import type { WhatStep } from '#app/domain/openings/step-what.schema.server.ts'
import type { StepValues } from '#app/domain/openings/save-opening-step.schema.server.ts'

export const MORNINGS = toBits(weekPresets.mon_fri_8_12)

export const whatIsLookedFor: WhatStep = {
  kind: 'internship',
  professionCode: 'isco-9412-kitchen-helper',
  title: 'Aiuto cucina',
  tasks: 'Preparare le verdure e tenere in ordine la cucina.',
}

export const skills = {
  step: 2,
  values: {
    skills: [
      { code: 'sk-dishwashing', need: 'required', level: 1, weight: 1 },
      { code: 'sk-line-prep', need: 'desired', level: 2, weight: 3 },
    ],
  },
} satisfies StepValues

export const whenWhere = {
  step: 3,
  values: {
    shifts: [
      { kind: 'fixed', mask: MORNINGS, hoursPerWeek: null },
      { kind: 'flexible', mask: toBits(weekPresets.mon_fri_8_16), hoursPerWeek: 20 },
    ],
    hoursPerWeek: 20,
    placeCode: '001125',
    licences: ['B'],
    needsVehicle: false,
    startFrom: '2027-01-11',
    startLatest: '2027-02-15',
    durationMonths: 6,
    places: 2,
  },
} satisfies StepValues

export const conditions = {
  step: 4,
  values: {
    italianSpoken: 2,
    italianWritten: 1,
    pay: 600_00,
    demands: ['standing'],
    offers: ['canteen', 'tutor'],
    teaches: ['sk-second-courses'],
  },
} satisfies StepValues
