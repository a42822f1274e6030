import {randomFrom} from '../../lake/proof.ts'

/** Draws that are the same in every run. */
export interface Dice {
  /** A whole number from 0, below `sides`. */
  roll(sides: number): number
  one<Item>(list: readonly Item[]): Item
  /** Different items, in the order they were drawn. */
  some<Item>(list: readonly Item[], count: number): Item[]
  /** Different whole numbers below `sides`. */
  rolls(sides: number, count: number): number[]
  hex(length: number): string
}

/** Each seed has draws of its own, so that a document does not depend on those before it. */
export function diceFor(seed: number): Dice {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1))
  const roll = (sides: number) => Math.floor(random() * sides)
  const rolls = (sides: number, count: number) => {
    const drawn = new Set<number>()
    while (drawn.size < Math.min(sides, count)) drawn.add(roll(sides))
    return [...drawn]
  }
  return {
    roll,
    rolls,
    one: (list) => list[roll(list.length)] as (typeof list)[number],
    some: (list, count) => rolls(list.length, count).map((index) => list[index] as (typeof list)[number]),
    hex: (length) => Array.from({length}, () => roll(16).toString(16)).join(''),
  }
}

/** The combination with this number, of one item of each list. Numbers that differ give combinations that differ. */
export function combination(number: number, ...lists: (readonly string[])[]): string[] {
  let rest = number
  return lists.map((list) => {
    const item = list[rest % list.length] ?? ''
    rest = Math.floor(rest / list.length)
    return item
  })
}

/** As many combinations as there are. */
export const combinations = (...lists: (readonly string[])[]): number =>
  lists.reduce((product, list) => product * list.length, 1)

/** A number below `total` for each one, far from its neighbours' and never twice. */
export function scattered(number: number, total: number): number {
  let step = Math.floor(total * 0.6180339887)
  while (commonDivisor(step, total) > 1) step += 1
  return Number((BigInt(number) * BigInt(step) + 17n) % BigInt(total))
}

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other))
