/** The number by which Google knows somebody, where there is no Google: the same for an address, and not the address itself. */
export const googleSubject = (email: string): string => `google:${email}`
