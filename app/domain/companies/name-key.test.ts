import { expect, test } from 'vitest'
import { nameKey, nameLikeness } from './name-key.ts'

test('the legal form, accents and little words say nothing of which firm it is', () => {
  for (const name of ['La Panetteria di Rossi S.r.l.', 'PANETTERIA ROSSI SRL', 'Panetteria Rossi s.n.c.']) {
    expect(nameKey(name)).toBe('panetteria rossi')
  }
})

test('a name of nothing but such words is itself', () => {
  expect(nameKey('Società Cooperativa')).toBe('societa cooperativa')
})

test('a slip leaves two names alike, another firm of the trade does not', () => {
  expect(nameLikeness('Officine Belforte srl', 'Officine Belfote')).toBeGreaterThan(0.6)
  expect(nameLikeness('Torneria Belforte', 'Officine Belforte')).toBeLessThan(0.6)
  expect(nameLikeness('Panificio Barbero', 'Panificio Gallo')).toBeLessThan(0.6)
  expect(nameLikeness('Caffè della Mole', 'Caffe Mole s.a.s.')).toBe(1)
})
