/** `siteUrl` + `rolesPath` + `/` + slug is the address of a role page, so the path neither ends nor doubles its “/”. */
export function rolesPathProblem(path: unknown): string | true {
  if (typeof path !== 'string' || path === '') return true
  if (!path.startsWith('/')) return 'Begin with “/”: /roles.'
  if (path === '/') return 'Name the folder of the role pages: /roles.'
  if (!/^[A-Za-z0-9/_-]+$/.test(path)) return 'Use only letters (A–Z), digits, “/”, “-” and “_”: /roles.'
  if (path.includes('//')) return 'Write one “/” between two parts.'
  return !path.endsWith('/') || 'Leave out the “/” at the end: the page adds it.'
}
