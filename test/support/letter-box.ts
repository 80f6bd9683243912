import type { Letter, Mail } from '#core/mail/mail-ports.ts'
import { PortalError } from '#core/portal-error.ts'

/** A carrier that keeps what it was handed, and can be made to fail before or after taking a letter. */
export class LetterBox implements Mail {
  readonly letters: Letter[] = []
  mood: 'well' | 'busy' | 'lost-answer' = 'well'

  send(letter: Letter): Promise<void> {
    if (this.mood === 'busy') return Promise.reject(new PortalError('busy', { carrier: 'test' }))
    this.letters.push(letter)
    return this.mood === 'lost-answer' ? Promise.reject(new Error('no answer in time')) : Promise.resolve()
  }

  to(address: string): Letter[] {
    return this.letters.filter(({ to }) => to === address)
  }
}
