/** Whether `text` has the form of a token of ours (32 bytes in base64url); anything else is not looked up. */
export const isTokenShaped = (text: string): boolean => /^[\w-]{43}$/.test(text)
