const fewestBytes = 16

/** The secret, if it is long enough to sign with. Throws `TypeError`, which never says what it was. */
export function signingSecret(secret: unknown, owner: string): string {
  const bytes = typeof secret === 'string' && secret.trim() !== '' ? new TextEncoder().encode(secret).length : 0
  if (typeof secret === 'string' && bytes >= fewestBytes) return secret
  const found = bytes === 0 ? 'none was given' : `this one has ${bytes}`
  throw new TypeError(
    `${owner} needs a secret of at least ${fewestBytes} bytes, and ${found}. Make one with "openssl rand -base64 32" and hand it over from an environment variable.`,
  )
}
