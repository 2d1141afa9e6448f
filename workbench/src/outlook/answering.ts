import { asMember, STATUSES } from './names.ts'
import type { FailingMethod, Failure, HostError } from './protocol.ts'

/** Finishes a call of Office the way Office does: later, and through the callback, never by throwing. */
export type Answering = <Value>(
  method: FailingMethod,
  /** What followed the method's own parameters: options, a callback, both or neither. */
  rest: readonly unknown[],
  /** Rejects with a {@link HostError} for a failure that the real host has too. */
  value: () => Value | Promise<Value>,
) => void

export function answering(failureOf: (method: FailingMethod) => Failure | undefined): Answering {
  return async (method, rest, value) => {
    const callback = rest.find((argument): argument is (result: unknown) => void => typeof argument === 'function')
    const options = rest.find((argument): argument is Office.AsyncContextOptions => typeof argument === 'object')
    const failure = failureOf(method)
    if (failure === 'silence') return
    const result = failure ? failed({ ...failure, message: `${method} was told to fail.` }) : await settled(value)
    setTimeout(() => callback?.({ ...result, asyncContext: options?.asyncContext }))
  }
}

type Settled<Value> = Omit<Office.AsyncResult<Value>, 'asyncContext' | 'diagnostics' | 'value' | 'error'> & {
  readonly value?: Value
  readonly error?: HostError
}

async function settled<Value>(value: () => Value | Promise<Value>): Promise<Settled<Value>> {
  try {
    return { status: asMember(STATUSES.Succeeded), value: await value() }
  } catch (error) {
    return failed(isHostError(error) ? error : { code: 5001, name: 'InternalError', message: String(error) })
  }
}

const failed = (error: HostError): Settled<never> => ({ status: asMember(STATUSES.Failed), error })

function isHostError(error: unknown): error is HostError {
  return typeof error === 'object' && error !== null && 'code' in error
}
