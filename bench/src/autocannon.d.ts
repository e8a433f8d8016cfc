// As much of autocannon as the bench uses; the package brings no types.
declare module 'autocannon' {
  type Request = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  type Options = {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly method?: 'GET' | 'POST'
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly requests?: readonly { readonly setupRequest: (request: Request) => Request }[]
  }
  type Result = {
    readonly requests: { readonly total: number }
    readonly duration: number
    readonly errors: number
    readonly non2xx: number
    readonly '3xx': number
    readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number }
  }
  const autocannon: (options: Options) => Promise<Result>
  export default autocannon
}
