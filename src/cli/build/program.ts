import roleprint from '../../../package.json' with {type: 'json'}

/** Written in when the package is built: differs where its sources do. */
declare const sourcesHash: string | undefined

/** What prints: another version, or another Node with its own words for dates and money, may print otherwise. */
export const program = [
  roleprint.version,
  typeof sourcesHash === 'string' ? sourcesHash : 'sources',
  process.version,
].join(' ')
