import * as z from 'zod/mini'
import {machineText, oneOf} from './machine-text.ts'
import {priceUnits} from './vocabulary.ts'

export const priceShape = z.object({
  amount: z.number(),
  currency: machineText,
  unit: oneOf(priceUnits),
  label: z.nullable(z.string()),
})

export const priceProjection = `{amount, currency, unit, label}`

/** What the role costs from. `currency` is an ISO 4217 code. */
export type Price = z.output<typeof priceShape>
