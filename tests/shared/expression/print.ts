import type { Node } from '#shared/expression/ast.ts'

type Unplaced<Part> = Part extends readonly (infer Item)[]
  ? readonly Unplaced<Item>[]
  : Part extends object
    ? { readonly [Key in keyof Part as Exclude<Key, 'at'>]: Unplaced<Part[Key]> }
    : Part

/** A tree without places. */
export type Tree = Unplaced<Node>

/** The source of a tree, with no more brackets than it needs. */
export function print(tree: Tree, level = 0): string {
  const own = levelOf(tree)
  return own < level ? `(${printed(tree)})` : printed(tree)
}

function printed(tree: Tree): string {
  switch (tree.kind) {
    case 'text':
      return `'${tree.value.replaceAll("'", "''")}'`
    case 'number':
      return tree.value
    case 'boolean':
      return String(tree.value)
    case 'duration':
      return `${tree.amount} ${tree.unit}`
    case 'list':
      return `[${tree.items.map((item) => printed(item)).join(', ')}]`
    case 'path':
      return tree.names.join('.')
    case 'call': {
      const where = tree.where ? ` where ${print(tree.where)}` : ''
      return `${tree.name}(${tree.args.map((argument) => print(argument)).join(', ')}${where})`
    }
    case 'or':
      return tree.terms.map((term) => print(term, AND)).join(' or ')
    case 'and':
      return tree.terms.map((term) => print(term, NOT)).join(' and ')
    case 'not':
      return `not ${print(tree.operand, COMPARISON)}`
    case 'compare':
      return `${print(tree.left, SUM)} ${tree.op} ${print(tree.right, SUM)}`
    case 'in':
      return `${print(tree.left, SUM)} ${tree.negated ? 'not in' : 'in'} ${print(tree.right, SUM)}`
    case 'contains':
      return `${print(tree.left, SUM)} contains ${print(tree.right, SUM)}`
    case 'empty':
      return `${print(tree.left, SUM)} ${tree.negated ? 'not empty' : 'empty'}`
    case 'arithmetic': {
      const own = levelOf(tree)
      return `${print(tree.left, own)} ${tree.op} ${print(tree.right, own + 1)}`
    }
    case 'negative':
      return `-${print(tree.operand, PRIMARY)}`
  }
}

const [OR, AND, NOT, COMPARISON, SUM, PRODUCT, SIGNED, PRIMARY] = [1, 2, 3, 4, 5, 6, 7, 8] as const

function levelOf(tree: Tree): number {
  switch (tree.kind) {
    case 'or':
      return OR
    case 'and':
      return AND
    case 'not':
      return NOT
    case 'compare':
    case 'in':
    case 'contains':
    case 'empty':
      return COMPARISON
    case 'arithmetic':
      return tree.op === '+' || tree.op === '-' ? SUM : PRODUCT
    case 'negative':
      return SIGNED
    default:
      return PRIMARY
  }
}
