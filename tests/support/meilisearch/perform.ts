import { indexNotFound, Refusal } from './errors.ts'
import { addDocuments, type IndexData, newIndex } from './indexes.ts'
import { changeSettings } from './settings.ts'
import { type Task, type Work } from './tasks.ts'

type Indexes = Map<string, IndexData>

function existing(indexes: Indexes, uid: string): IndexData {
  const index = indexes.get(uid)
  if (!index) throw indexNotFound(uid)
  return index
}

/** Documents and settings bring an index into being where the key allows it. */
function orCreated(indexes: Indexes, uid: string, mayCreate: boolean): IndexData {
  if (!indexes.has(uid) && mayCreate) indexes.set(uid, newIndex(null, new Date()))
  return existing(indexes, uid)
}

function swap(indexes: Indexes, tasks: Task[], swapping: Task, swaps: { indexes: [string, string] }[]): void {
  const missing = swaps.flatMap((pair) => pair.indexes).filter((uid) => !indexes.has(uid))
  if (missing.length === 1) throw indexNotFound(String(missing[0]))
  if (missing.length > 1) {
    const names = missing.map((uid) => `\`${uid}\``).join(', ')
    throw new Refusal('index_not_found', `Indexes ${names} not found.`)
  }
  for (const {
    indexes: [one, other],
  } of swaps) {
    const [first, second] = [existing(indexes, one), existing(indexes, other)]
    indexes.set(one, second).set(other, first)
    // Their past is swapped too; what waits still goes where it was sent.
    for (const task of tasks.slice(0, swapping.uid)) {
      if (task.status === 'enqueued') continue
      if (task.indexUid === one) task.indexUid = other
      else if (task.indexUid === other) task.indexUid = one
    }
  }
}

function cancel(tasks: Task[], by: Task, uids: number[]): void {
  const open = tasks.filter(
    (task) => uids.includes(task.uid) && ['enqueued', 'processing'].includes(task.status),
  )
  for (const task of open) {
    Object.assign(task, { status: 'canceled', canceledBy: by.uid, finishedAt: new Date() })
  }
  by.details.canceledTasks = open.length
}

/**
 * Does what a task says.
 * @throws Refusal with the error that the task fails with; it has then changed nothing.
 */
export function perform(indexes: Indexes, tasks: Task[], task: Task): void {
  const uid = task.indexUid ?? ''
  const { work } = task
  const touched = change(indexes, tasks, task, work, uid)
  if (touched) touched.updatedAt = new Date()
}

function change(indexes: Indexes, tasks: Task[], task: Task, work: Work, uid: string): IndexData | undefined {
  switch (work.type) {
    case 'documentAdditionOrUpdate': {
      const index = orCreated(indexes, uid, work.mayCreate)
      task.details.indexedDocuments = 0
      addDocuments(index, work.documents, work.primaryKey)
      task.details.indexedDocuments = work.documents.length
      return index
    }
    case 'documentDeletion': {
      const index = existing(indexes, uid)
      task.details.deletedDocuments = work.ids.filter((id) => index.documents.delete(id)).length
      return index
    }
    case 'settingsUpdate': {
      const index = orCreated(indexes, uid, work.mayCreate)
      index.settings = changeSettings(index.settings, work.settings)
      return index
    }
    case 'indexCreation':
      if (indexes.has(uid)) throw new Refusal('index_already_exists', `Index \`${uid}\` already exists.`)
      indexes.set(uid, newIndex(work.primaryKey, new Date()))
      return undefined
    case 'indexDeletion':
      task.details.deletedDocuments = existing(indexes, uid).documents.size
      indexes.delete(uid)
      return undefined
    case 'indexSwap':
      swap(indexes, tasks, task, work.swaps)
      return undefined
    case 'taskCancelation':
      cancel(tasks, task, work.uids)
      return undefined
  }
}
