import * as z from 'zod/mini'
import {cleanStega} from '../text/stega.ts'

// Edit markers hidden in a name, an address or a date would break every `===`, so they end here.
const clean = z.transform((value: unknown) => (typeof value === 'string' ? cleanStega(value) : value))

/** Text that machines compare: slugs, dates, codes, addresses. */
export const machineText = z.pipe(clean, z.string())

/** One of a closed list of the vocabulary. */
export const oneOf = <Name extends string>(list: Readonly<Record<Name, string>>) =>
  z.pipe(clean, z.enum(Object.keys(list) as [Name, ...Name[]]))
