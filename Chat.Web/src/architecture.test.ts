import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = import.meta.dirname

/** Which folders each folder may import from. What is not listed may import nothing of ours. */
const BORDERS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  protocol: [],
  text: [],
  ui: [],
  connection: ['protocol', 'platform'],
  api: ['protocol', 'platform'],
  store: ['protocol', 'platform'],
  sync: ['api', 'connection', 'platform', 'protocol', 'store'],
  forms: ['api', 'text', 'ui'],
  features: ['api', 'forms', 'platform', 'protocol', 'store', 'sync', 'text', 'ui'],
  app: ['api', 'connection', 'features', 'forms', 'platform', 'protocol', 'store', 'sync', 'text', 'ui'],
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }))
const product = files.filter(({ path }) => !/\.test\.tsx?$/.test(path) && !path.startsWith('testing/') && path !== 'main.tsx')

const folderOf = (path: string) => path.split('/')[0] ?? ''

function importsOf({ path, text }: { path: string; text: string }): string[] {
  const found = text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)
  return [...found].map(([, target]) => relative(SRC, resolve(SRC, dirname(path), target ?? '')))
}

describe('the house', () => {
  it.each(product)('$path imports only from below', (file) => {
    const from = folderOf(file.path)
    const strangers = importsOf(file).filter((target) => {
      const to = folderOf(target)
      return to !== from && !BORDERS[from]?.includes(to)
    })
    expect(strangers).toEqual([])
  })

  it('keeps features apart: what two need lives below them', () => {
    const features = product.filter(({ path }) => path.startsWith('features/'))
    const crossings = features.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('features/') && target.split('/')[1] !== file.path.split('/')[1])
        .map((target) => `${file.path} -> ${target}`),
    )
    expect(crossings).toEqual([])
  })

  it('has no file over 200 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 201).map(({ path }) => path)
    expect(long).toEqual([])
  })

  it('never awaits in a view', () => {
    const views = product.filter(({ path }) => path.endsWith('.view.tsx') || path.startsWith('ui/'))
    expect(views.filter(({ text }) => /\bawait\b/.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('shows no word that is not in the text catalogue', () => {
    const views = product.filter(({ path }) => path.endsWith('.tsx'))
    const words = views.flatMap(({ path, text }) =>
      [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)*[.!?]?)\s*</g)].map(([, word]) => `${path}: ${word}`),
    )
    expect(words).toEqual([])
  })
})
