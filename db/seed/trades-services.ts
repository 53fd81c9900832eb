import type { TradeRow } from './trade.ts'

const KITCHEN = ['sk-dishwashing', 'sk-vegetable-prep', 'sk-cert-haccp'] as const
const CLEANING = ['sk-room-cleaning', 'sk-sanitary-cleaning', 'sk-detergent-dilution'] as const
const CARE = ['sk-feeding-help', 'sk-companionship', 'sk-personal-hygiene-care'] as const

/** Kitchens, dining rooms, cleaning and care. */
export const serviceTrades: readonly TradeRow[] = [
  [
    'isco-9412-kitchen-helper',
    [5, 3, 3],
    ['food-service', 'hotels'],
    [...KITCHEN],
    ['sk-line-prep', 'sk-food-storage', 'sk-portioning'],
    ['sk-first-courses', 'sk-cold-dishes', 'sk-allergen-handling'],
  ],
  [
    'isco-9412-dishwasher',
    [0, 1, 1],
    ['food-service', 'hotels'],
    ['sk-dishwashing', 'sk-sanitary-cleaning'],
    ['sk-food-storage', 'sk-vegetable-prep', 'sk-cert-haccp'],
    ['sk-line-prep', 'sk-vegetable-prep'],
  ],
  [
    'isco-5246-canteen-server',
    [1, 0, 1],
    ['food-service', 'education-social'],
    ['sk-canteen-serving', 'sk-portioning', 'sk-cert-haccp'],
    ['sk-dishwashing'],
    ['sk-large-batch-cooking'],
  ],
  [
    'isco-5120-collective-kitchen-cook',
    [1, 0, 1],
    ['food-service', 'care'],
    [...KITCHEN, 'sk-first-courses', 'sk-large-batch-cooking'],
    ['sk-second-courses', 'sk-portioning', 'sk-allergen-handling'],
    ['sk-allergen-handling'],
  ],
  [
    'isco-5120-cook',
    [1, 0, 0],
    ['food-service'],
    [...KITCHEN, 'sk-first-courses', 'sk-second-courses'],
    ['sk-line-prep', 'sk-food-storage'],
    ['sk-allergen-handling'],
  ],
  [
    'isco-5131-waiter',
    [2, 1, 0],
    ['food-service', 'hotels'],
    ['sk-table-setting', 'sk-table-service', 'sk-customer-service'],
    ['sk-order-taking', 'sk-coffee-bar'],
    ['sk-wine-service', 'sk-booking-systems'],
  ],
  [
    'isco-5132-bartender',
    [1, 0, 0],
    ['food-service'],
    ['sk-coffee-bar', 'sk-customer-service'],
    ['sk-cash-desk', 'sk-cert-haccp'],
    ['sk-mixing-drinks'],
  ],
  [
    'isco-9112-cleaner',
    [5, 3, 4],
    ['cleaning'],
    [...CLEANING],
    ['sk-floor-machines', 'sk-stairwell-care', 'sk-cert-worker-safety', 'sk-window-cleaning'],
    ['sk-floor-machines', 'sk-hospital-sanitising'],
  ],
  [
    'isco-9112-room-attendant',
    [3, 2, 2],
    ['hotels'],
    ['sk-room-making', 'sk-sanitary-cleaning', 'sk-detergent-dilution'],
    ['sk-room-cleaning', 'sk-minibar-linen-stock', 'sk-breakfast-service'],
    ['sk-room-inspection', 'sk-hotel-check-in'],
  ],
  [
    'isco-9112-hospital-cleaner',
    [1, 0, 0],
    ['cleaning', 'care'],
    [...CLEANING, 'sk-hospital-sanitising'],
    ['sk-cert-worker-safety'],
    ['sk-care-records'],
  ],
  [
    'isco-5322-home-carer',
    [2, 1, 3],
    ['care'],
    [...CARE, 'sk-home-meals'],
    ['sk-mobilisation', 'sk-home-cleaning', 'sk-dementia-care'],
    ['sk-cert-oss', 'sk-vital-signs'],
  ],
  [
    'isco-5321-care-auxiliary',
    [3, 2, 2],
    ['care'],
    [...CARE, 'sk-room-making'],
    ['sk-hospital-sanitising', 'sk-mobilisation'],
    ['sk-cert-oss', 'sk-group-activities'],
  ],
  [
    'isco-5321-health-care-assistant',
    [1, 0, 0],
    ['care'],
    [...CARE, 'sk-cert-oss', 'sk-mobilisation'],
    ['sk-vital-signs', 'sk-care-records'],
    ['sk-care-records'],
  ],
]
