/** The product's own source files, and what their syntax trees say. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { root } from './folders'

export interface Source {
  /** From the project's folder, with slashes: `shared/model/step.ts`. */
  readonly path: string
  readonly text: string
}

const kinds = new Set(['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.css'])

/** Every source file below a folder of the project, fixtures left out. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && kinds.has(extname(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !/[\\/](node_modules|files)[\\/]/.test(path))
    .map(path => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
}

/** A node of a syntax tree (ESTree with TypeScript and JSX). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/**
 * Every node of a file, parents before children.
 * @throws naming the file when it does not parse
 */
export function nodesOf({ path, text }: Source): Node[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      found.push(value)
      Object.values(value).forEach(visit)
    }
  }
  visit(program)
  return found
}

/** Which line of a file a node stands in, counted from 1. */
export const lineOf = ({ text }: Source, { start }: Node) => text.slice(0, start).split('\n').length

/**
 * What a file imports, re-exports, loads on demand or names in a type: packages as they are written, own files by
 * their path from the project's folder (without an extension where the import gives none).
 */
export function importsOf(source: Source): string[] {
  if (source.path.endsWith('.css')) return []
  return nodesOf(source)
    .flatMap(node => {
      if (node.type === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === 'require')
        return (node['arguments'] as Node[])[0] ?? []
      const from = node['source']
      return importing.has(node.type) && isNode(from) ? from : []
    })
    .map(({ value }) => String(value))
    .map(name => (name.startsWith('.') ? posix.join(posix.dirname(source.path), name) : name))
}

const importing = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportExpression',
  'TSImportType',
])
