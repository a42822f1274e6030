import type {StoredDocument} from '../../src/local.ts'
import {sampleDocuments} from '../../test/content.ts'

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const sharedCount = {responsibility: 800, skill: 700, tool: 250, kpi: 250}
const roll = dice(7)

const samplesOf = (type: string) =>
  sampleDocuments.filter(({_id, _type}) => _type === type && !_id.startsWith('drafts.'))

/** 2,000 shared documents: sample ones, told apart by a number. */
export const sharedDocuments: StoredDocument[] = Object.entries(sharedCount).flatMap(([type, count]) => {
  const samples = samplesOf(type)
  return Array.from({length: count}, (_, index) => {
    const sample = samples[index % samples.length] as StoredDocument
    const [field = 'name'] = ['statement', 'name'].filter((name) => typeof sample[name] === 'string')
    return {...sample, _id: `${type}-${index}`, [field]: `${sample[field]} (${index})`}
  })
})

/** As many roles as are asked for, all different, each referring to about forty of the shared documents. */
export function roles(count: number): StoredDocument[] {
  const samples = samplesOf('role')
  const people = samplesOf('person').map(({_id}) => _id)
  return Array.from({length: count}, (_, index) => {
    const sample = samples[index % samples.length] as StoredDocument
    const role = JSON.parse(JSON.stringify(sample), (key, value) => (key === '_ref' ? elsewhere(value) : value))
    return {
      ...role,
      _id: `role-${index}`,
      title: `${role.title} ${roll(count)}`,
      slug: {_type: 'slug', current: `role-${index}`},
    }
  })

  function elsewhere(id: string): string {
    const type = id.split('-', 1)[0] as keyof typeof sharedCount
    if (type in sharedCount) return `${type}-${roll(sharedCount[type])}`
    return id.startsWith('role') ? `role-${roll(count)}` : (people[0] ?? id)
  }
}

export const dataset = (count: number): StoredDocument[] => [
  ...samplesOf('person'),
  ...samplesOf('siteSettings'),
  ...sharedDocuments,
  ...roles(count),
]
