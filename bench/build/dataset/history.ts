import type {Dice} from './dice.ts'

const day = 24 * 60 * 60 * 1000
const beginning = Date.UTC(2025, 0, 6)

/** When a document was made and last changed, and the revision that it has. */
export function history({roll, hex}: Dice): {_createdAt: string; _updatedAt: string; _rev: string} {
  const created = beginning + roll(200 * day)
  return {_createdAt: moment(created), _updatedAt: moment(created + roll(200 * day)), _rev: hex(22)}
}

const moment = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`
