/** The library that speaks with passkeys: loaded when one is used, because every start would wait for it. */
export const webauthn = () => import('@simplewebauthn/server')
