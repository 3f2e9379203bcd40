// What the core asks of the package `yaml`: a bundle of its own for Node, loaded by the first text that is not in
// plain block style (scripts/lib/yamlLater.mjs).
export { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
