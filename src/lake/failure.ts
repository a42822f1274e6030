/** What the lake answers when it cannot do what it was asked: a status, and a body in the form of Content Lake's errors. */
export class LakeError extends Error {
  override name = 'LakeError'
  readonly status: number
  readonly body: object

  constructor(status: number, body: object, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.body = body
  }
}

/** The gateway's form. `message` tells what is wrong and what to do. */
export const refused = (status: number, error: string, message: string): LakeError =>
  new LakeError(status, {statusCode: status, error, message}, message)

export const badRequest = (message: string): LakeError => refused(400, 'Bad Request', message)

/** A whole request that cannot be carried out. */
export const failed = (status: number, type: string, description: string, facts: object = {}): LakeError =>
  new LakeError(status, {error: {type, description, ...facts}}, description)

/** One of several mutations that cannot be carried out. None of them was. */
export class MutationError extends Error {
  override name = 'MutationError'
  readonly status: number
  readonly type: string
  readonly facts: object

  constructor(status: number, type: string, description: string, facts: object = {}) {
    super(description)
    this.status = status
    this.type = type
    this.facts = facts
  }

  /** As an answer: which of the mutations (or actions) it was. */
  at(index: number, kind: 'mutationError' | 'actionError'): LakeError {
    const description = `The ${kind === 'mutationError' ? 'mutation(s)' : 'action(s)'} failed: ${this.message}`
    const error = {type: this.type, description: this.message, ...this.facts}
    return new LakeError(this.status, {error: {type: kind, description, items: [{index, error}]}}, description)
  }
}
