import {readdirSync, readFileSync} from 'node:fs'
import {join, sep} from 'node:path'
import {refused} from '../failure.ts'
import type {Reply} from '../http/exchange.ts'

const types: Record<string, string> = {
  ...{
    html: 'text/html; charset=utf-8',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
    svg: 'image/svg+xml',
  },
  ...{
    png: 'image/png',
    ico: 'image/x-icon',
    woff2: 'font/woff2',
    webmanifest: 'application/manifest+json',
    txt: 'text/plain',
  },
}

/**
 * Serves a built Studio, whose pages all begin with its `index.html`. Only files found in the folder at the start are
 * served, so no path leads out of it. The policy keeps the Studio from asking anyone but the lake.
 */
export function studioFrom(folder: string, project: string, port: number): (path: string) => Reply {
  const files = new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file
          .slice(folder.replace(/[/\\]$/, '').length)
          .split(sep)
          .join('/'),
        file,
      ]),
  )
  const lake = [
    `http://${project}.localhost:${port}`,
    `http://*.${project}.localhost:${port}`,
    `ws://${project}.localhost:${port}`,
  ]
  const policy = [
    ...[
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self' data:",
    ],
    ...[
      `connect-src 'self' ${lake.join(' ')}`,
      `img-src 'self' data: blob: http://localhost:${port} http://127.0.0.1:${port}`,
    ],
    ...[`frame-src 'self' http://localhost:*`, "object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'"],
  ].join('; ')

  return (path) => {
    const isPage = !/\.[a-z0-9]+$/i.test(path)
    const file = files.get(path) ?? (isPage ? files.get('/index.html') : undefined)
    if (!file) throw refused(404, 'Not Found', 'The Studio has no such file.')
    const isPart = path.startsWith('/static/')
    return {
      body: readFileSync(file),
      headers: {
        'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'no-referrer',
        ...(isPart && {'Cache-Control': 'public, max-age=31536000, immutable'}),
      },
    }
  }
}
