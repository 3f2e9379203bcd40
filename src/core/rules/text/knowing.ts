const KNOWING =
  /^(?:(?:an?|has|have|be|is|good|basic|detailed|technical|specialist|general|clear|working|able to)\s+)*(understand(?:s|ing)?|know(?:s|ing|ledge)?|aware(?:ness)?|appreciat(?:e|es|ing|ion)|comprehend(?:s|ing)?|familiar(?:ity)?)\b/i;

/** The words by which a text begins to speak of knowledge: `A good understanding`; undefined: it does not. */
export function knowingStart(text: string): string | undefined {
  return KNOWING.exec(text)?.[0];
}
