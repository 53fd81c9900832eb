/** A trade association, a consortium of firms that work together, firms with one owner. */
export const groupKinds = ['association', 'consortium', 'group'] as const
export type GroupKind = (typeof groupKinds)[number]
