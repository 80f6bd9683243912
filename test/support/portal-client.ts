/** A small browser without pages: keeps cookies, follows the redirects of a sign-in, talks to one portal. */
export class PortalClient {
  readonly origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.origin = origin
  }

  /** One request, redirects not followed. `json` and `form` set the body and its type. */
  async send(
    path: string,
    options: RequestInit & { json?: unknown; form?: Record<string, string> } = {},
  ): Promise<Response> {
    const { json, form, ...rest } = options
    const headers = new Headers(rest.headers)
    if (this.#cookies.size > 0)
      headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (json !== undefined) headers.set('content-type', 'application/json')
    const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : rest.body
    const method = rest.method ?? (body ? 'POST' : 'GET')
    const answer = await fetch(new URL(path, this.origin), {
      ...rest,
      method,
      headers,
      redirect: 'manual',
      ...(body ? { body } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie)
    return answer
  }

  /** Sends and reads JSON; anything but a 2xx is an error that shows the problem. */
  async read<T = Record<string, unknown>>(
    path: string,
    options: Parameters<PortalClient['send']>[1] = {},
  ): Promise<T> {
    const answer = await this.send(path, options)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${options.method ?? 'GET'} ${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text) as T
  }

  /** Signs in at the local identity provider without a page. */
  async signIn(login: string): Promise<this> {
    let answer = await this.send(`/office/login?login_hint=${login}&return=/desk/`)
    let at = `${this.origin}/office/login`
    for (let hops = 0; answer.headers.has('location') && hops < 10; hops += 1) {
      at = new URL(answer.headers.get('location') ?? '', at).href
      if (new URL(at).pathname === '/desk/') return this
      answer = await this.send(at)
    }
    throw new Error(`signing in as ${login} ended at ${new URL(at).pathname} with ${answer.status}`)
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const cut = pair.indexOf('=')
    const name = pair.slice(0, cut)
    const gone = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))
    if (gone || pair.length === cut + 1) this.#cookies.delete(name)
    else this.#cookies.set(name, pair.slice(cut + 1))
  }
}
