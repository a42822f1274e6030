import {readdirSync, readFileSync, realpathSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {refused} from '../failure.ts'
import type {Reply} from '../http/exchange.ts'
import {assertOrigins} from '../origins.ts'
import {signInPage, signInPath} from './sign-in.ts'

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

/** Answers a path with a file of a built Studio. */
export type Studio = (path: string) => Reply

export interface StudioOptions {
  /** Origins whose pages the Studio may show in a frame, such as `http://localhost:4321`. It finds them in `/frames.json`. */
  frames?: readonly string[] | undefined
}

interface Address {
  project: string
  port: number
}

/**
 * Serves a built Studio, whose pages all begin with its `index.html`. Only files found in the folder at the start are
 * served, and no links, so no path leads out of it. The policy keeps the Studio from asking anyone but the lake, and
 * from showing anyone else's pages.
 */
export function studioFrom(folder: string, {project, port}: Address, {frames = []}: StudioOptions = {}): Studio {
  assertOrigins(frames)
  const root = realpathSync(folder)
  const files = new Map(
    readdirSync(root, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(isNoLink)
      .map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
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
    ...[
      `frame-src ${["'self'", ...frames].join(' ')}`,
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'self'",
    ],
  ].join('; ')

  const ofStudio = {'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer'}
  const pageHeaders = {'Content-Type': types.html ?? '', ...ofStudio}

  return (path) => {
    if (path === '/frames.json') return {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(frames)}
    if (path === signInPath) return {headers: pageHeaders, body: signInPage(project)}
    const file = files.get(path) ?? (isPage(path) ? files.get('/index.html') : undefined)
    if (!file || !isNoLink(file)) throw refused(404, 'Not Found', 'The Studio has no such file.')
    return {
      body: readFileSync(file),
      headers: {
        'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        ...ofStudio,
        ...(path.startsWith('/static/') && {'Cache-Control': 'public, max-age=31536000, immutable'}),
      },
    }
  }
}

function isNoLink(file: string): boolean {
  try {
    return realpathSync(file) === file
  } catch {
    return false
  }
}

/** The Studio makes up its own addresses, but none that leads up, is empty in the middle, or looks like a file. */
function isPage(path: string): boolean {
  try {
    const parts = decodeURIComponent(path).slice(1).split('/')
    const isOdd = parts.some((part, index) => /^\.*$/.test(part) && !(part === '' && index === parts.length - 1))
    return !isOdd && !/\p{Cc}/u.test(parts.join('')) && parts[0] !== 'static' && !/\.[a-z0-9]{1,8}$/i.test(path)
  } catch {
    return false
  }
}
