/** Who runs this portal, as the site was built for: carried by the page, because the screens ask nobody for it. */
export interface DeskAuthority {
  organ: string
  organEn: string
  exampleMark: string | undefined
}

export function deskAuthority(): DeskAuthority {
  const {
    organ = '',
    organEn = '',
    exampleMark,
  } = document.querySelector<HTMLElement>('#desk')?.dataset ?? {}
  return { organ, organEn, exampleMark }
}
