import type {
  Branch,
  Csaf,
  FullProduct,
  ProductTree,
  Scores,
  Vulnerability,
} from './csaf-document.ts'

/** A product of the tree, where it stands, and what the branches above it say. */
export type TreeProduct = {
  readonly product: FullProduct
  readonly path: string
  readonly vendor?: string
  readonly version?: string
}

/** Every product that a tree defines, in the order in which they stand. */
export function productsIn(tree: ProductTree | undefined): readonly TreeProduct[] {
  if (!tree) return []
  const plain = (list: readonly FullProduct[], path: string) =>
    list.map((product, at) => ({ product, path: `product_tree.${path}[${at}]` }))
  return [
    ...plain(tree.full_product_names, 'full_product_names'),
    ...tree.branches.flatMap((branch, at) => onBranch(branch, `product_tree.branches[${at}]`, {})),
    ...plain(
      tree.relationships.map((one) => one.full_product_name),
      'relationships',
    ),
    ...plain(
      tree.product_paths.map((one) => one.full_product_name),
      'product_paths',
    ),
  ]
}

function onBranch(
  { category, name, product, branches = [] }: Branch,
  path: string,
  above: Pick<TreeProduct, 'vendor' | 'version'>,
): readonly TreeProduct[] {
  const said =
    category === 'vendor'
      ? { ...above, vendor: name }
      : category === 'product_version' || category === 'product_version_range'
        ? { ...above, version: name }
        : above
  return [
    ...(product ? [{ product, path: `${path}.product`, ...said }] : []),
    ...branches.flatMap((one, at) => onBranch(one, `${path}.branches[${at}]`, said)),
  ]
}

/** The scores of a vulnerability, as CSAF 2.0 or 2.1 has them. */
export const scoresIn = ({ scores, metrics }: Vulnerability): readonly Scores[] =>
  metrics.length > 0
    ? metrics.map(({ content, products, source }) => ({ ...content, products, source }))
    : scores

/** The ids of products that are named, those of groups among them. */
export function productIds(
  {
    product_ids: ids,
    group_ids: groups,
  }: { product_ids: readonly string[]; group_ids: readonly string[] },
  { product_tree: tree }: Csaf,
): readonly string[] {
  const inGroups = (tree?.product_groups ?? [])
    .filter(({ group_id: id }) => groups.includes(id))
    .flatMap(({ product_ids: own }) => own)
  return [...new Set([...ids, ...inGroups])]
}
