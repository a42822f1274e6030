import * as z from 'zod/mini'
import {oneOf} from './machine-text.ts'
import {cadences, comparators} from './vocabulary.ts'

export const kpiTargetShape = z.object({
  _key: z.string(),
  metric: z.nullable(z.string()),
  comparator: oneOf(comparators),
  value: z.number(),
  unit: z.nullable(z.string()),
  cadence: z.nullable(oneOf(cadences)),
})

export const kpiShape = z.object({
  _id: z.string(),
  name: z.nullable(z.string()),
  statement: z.string(),
  targets: z.nullable(z.array(kpiTargetShape)),
})

export const kpiProjection = `{_id, name, statement, targets[]{_key, metric, comparator, value, unit, cadence}}`

/** A number to reach: `at least 99.5%, measured monthly`. */
export type KpiTarget = z.output<typeof kpiTargetShape>

/** A measure of success. Shared by every role that is held to it. */
export type Kpi = z.output<typeof kpiShape>
