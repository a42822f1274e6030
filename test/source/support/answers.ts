import type {RequestListener} from 'node:http'
import {type ClientConfig, createClient} from '@sanity/client'
import {json} from '../../cli/support/fake-lake.ts'

/** A client of a server on this computer. */
export const clientOf = (apiHost: string, config: ClientConfig = {}) =>
  createClient({
    ...{projectId: 'abc123', dataset: 'production', apiHost, useProjectHostname: false, apiVersion: '2025-02-19'},
    ...{useCdn: false, ...config},
  })

// What a server may answer, and what a network may do to it.

export const good = json(200, {result: 'good', ms: 1})
export const reset: RequestListener = (request) => request.socket.destroy()
export const hang: RequestListener = () => {}
export const sent =
  (body: string, contentType = 'application/json', status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, {'content-type': contentType, location: '/elsewhere'})
    response.end(body)
  }
export const cutInTheMiddle: RequestListener = (_request, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': 1000})
  response.write('{"result": "go')
  setTimeout(() => response.destroy(), 10)
}
export const hangInTheMiddle: RequestListener = (_request, response) => {
  response.writeHead(200, {'content-type': 'application/json'})
  response.write('{"result": "go')
}
export const busy =
  (retryAfter: string, status = 429): RequestListener =>
  (_request, response) => {
    response.writeHead(status, {'content-type': 'application/json', 'retry-after': retryAfter})
    response.end('{}')
  }
