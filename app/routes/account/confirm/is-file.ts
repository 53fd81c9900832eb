/** Addresses that answer with a file: a browser sent there stays on the page it was on. */
const FILES = ['/aziende/esporta', '/rete/rapporti/esporta']

export const isFile = (path: string): boolean => FILES.includes(path.split('?')[0] ?? '')
