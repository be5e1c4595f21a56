/** Finds in source which messages it uses, by reading its syntax tree. */
import { parse } from '@swc/core';

export type MessageUses = {
  /** Full keys, `namespace.path.key`, as written in a call. */
  keys: Set<string>;
  /** Full keys or `namespace.path.*`, as declared in a comment `// messages: errors.*, event.status.*`. */
  declared: Set<string>;
  /** `namespace.status.*` of keys such as `status.${x}`, which say by themselves where they choose from. */
  groups: Set<string>;
  /** Other calls whose key is only known at run time: what the namespace is (empty: unknown). */
  dynamic: string[];
};

/** Functions that answer with a translator; the namespace is an argument or the property `namespace` of one. */
const MAKERS = new Set(['useTranslations', 'getTranslations', 'createTranslator']);
const METHODS = new Set(['rich', 'markup', 'raw', 'has']);
const UNKNOWN = Symbol('unknown namespace');
type Namespace = string | typeof UNKNOWN;

type Node = { type: string; [field: string]: unknown };
type Scope = Map<string, Namespace | null>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const node = (value: unknown, ...types: string[]): Node | null =>
  isNode(value) && (types.length === 0 || types.includes(value.type)) ? value : null;
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is meant by an expression in brackets, awaited, or with a type attached. */
function bare(value: unknown): Node | null {
  const inner = node(value);
  if (inner?.type === 'AwaitExpression') return bare(inner.argument);
  if (
    inner &&
    ['ParenthesisExpression', 'TsAsExpression', 'TsSatisfiesExpression', 'TsConstAssertion'].includes(
      inner.type,
    )
  ) {
    return bare(inner.expression);
  }
  return inner;
}

function callArguments(call: Node): Node[] {
  const list = Array.isArray(call.arguments) ? call.arguments : [];
  return list.flatMap((argument: unknown) => {
    const inner =
      typeof argument === 'object' && argument && 'expression' in argument ? argument.expression : null;
    return bare(inner) ?? [];
  });
}

/** The strings that an expression can be, or null when that is only known at run time. */
function literals(value: unknown): string[] | null {
  const expression = bare(value);
  if (expression?.type === 'StringLiteral') return [text(expression.value)];
  if (expression?.type === 'TemplateLiteral' && nodes(expression.expressions).length === 0) {
    return [
      nodes(expression.quasis)
        .map((part) => text(part.cooked))
        .join(''),
    ];
  }
  if (expression?.type === 'ConditionalExpression') {
    const [yes, no] = [literals(expression.consequent), literals(expression.alternate)];
    return yes && no ? [...yes, ...no] : null;
  }
  return null;
}

/** `status.` of a template such as `status.${x}`: the groups of keys that it can only choose from. */
function groupPrefix(value: unknown): string | null {
  const expression = bare(value);
  if (expression?.type !== 'TemplateLiteral') return null;
  const start = text(nodes(expression.quasis)[0]?.cooked);
  return start.includes('.') ? start.slice(0, start.lastIndexOf('.') + 1) : null;
}

/** The namespace among the arguments of a maker: a string, or the property `namespace` of an object. */
function namespaceArgument(call: Node): Namespace {
  for (const argument of callArguments(call)) {
    if (argument.type !== 'ObjectExpression') return literals(argument)?.[0] ?? UNKNOWN;
    for (const property of nodes(argument.properties)) {
      const name = property.type === 'Identifier' ? property.value : node(property.key)?.value;
      if (name === 'namespace') return literals(property.value)?.[0] ?? UNKNOWN;
    }
  }
  return '';
}

/** The first answer other than null that `find` has for a node of a tree. */
function search<T>(value: unknown, find: (candidate: Node) => T | null): T | null {
  if (typeof value !== 'object' || value === null) return null;
  const here = isNode(value) ? find(value) : null;
  if (here !== null) return here;
  for (const field of Object.values(value)) {
    const found = search(field, find);
    if (found !== null) return found;
  }
  return null;
}

class Reader {
  readonly uses: MessageUses = { keys: new Set(), declared: new Set(), groups: new Set(), dynamic: [] };
  /** Functions of the file that answer with a translator, and types that stand for one, by name. */
  private readonly makers = new Map<string, Namespace>();
  private readonly types = new Map<string, Namespace>();

  /** Reads a whole file. Functions and types may be used above where they stand, so they come first. */
  readFile(body: unknown): void {
    search(body, (candidate) => {
      const name = text(node(candidate.identifier ?? candidate.id, 'Identifier')?.value);
      if (name && /^(FunctionDeclaration|VariableDeclarator)$/.test(candidate.type)) {
        const made = search(candidate.body ?? node(candidate.init, 'ArrowFunctionExpression'), (inner) =>
          inner.type === 'ReturnStatement' ? this.namespaceMadeBy(inner.argument) : null,
        );
        if (made !== null) this.makers.set(name, made);
      }
      return null;
    });
    search(body, (candidate) => {
      if (candidate.type === 'TsTypeAliasDeclaration') {
        const made = search(candidate.typeAnnotation, (inner) =>
          inner.type === 'TsTypeQuery' ? (this.makers.get(text(node(inner.exprName)?.value)) ?? null) : null,
        );
        if (made !== null) this.types.set(text(node(candidate.id)?.value), made);
      }
      return null;
    });
    this.read(body, [new Map()]);
  }

  /** The namespace of `useTranslations('event')` and its like; null when the expression makes no translator. */
  private namespaceMadeBy(value: unknown): Namespace | null {
    const call = node(bare(value), 'CallExpression');
    const callee = bare(call?.callee);
    if (!call || callee?.type !== 'Identifier') return null;
    const name = text(callee.value);
    return MAKERS.has(name) ? namespaceArgument(call) : (this.makers.get(name) ?? null);
  }

  /** `t: Translator<'event'>`, or a type of the file that stands for a translator, says the namespace. */
  private namespaceOfType(identifier: Node): Namespace | null {
    const reference = node(node(identifier.typeAnnotation)?.typeAnnotation, 'TsTypeReference');
    const name = text(node(reference?.typeName)?.value);
    const parameter = nodes(node(reference?.typeParams)?.params)[0];
    const literal = node(node(parameter, 'TsLiteralType')?.literal, 'StringLiteral');
    if (literal && name.endsWith('Translator')) return text(literal.value);
    return this.types.get(name) ?? null;
  }

  private bindNames(pattern: unknown, init: unknown, scope: Scope): void {
    const target = node(pattern);
    if (target?.type === 'Identifier') {
      scope.set(text(target.value), this.namespaceMadeBy(init) ?? this.namespaceOfType(target));
    } else if (target?.type === 'ArrayPattern') {
      // const [t, common] = await Promise.all([getTranslations('event'), getTranslations('common')])
      const call = node(bare(init), 'CallExpression');
      const list = call ? callArguments(call)[0] : bare(init);
      const values = list?.type === 'ArrayExpression' && Array.isArray(list.elements) ? list.elements : [];
      for (const [index, element] of (Array.isArray(target.elements) ? target.elements : []).entries()) {
        const value: unknown = values[index];
        const made = typeof value === 'object' && value && 'expression' in value ? value.expression : null;
        this.bindNames(element, made, scope);
      }
    }
  }

  private read(value: unknown, scopes: Scope[]): void {
    if (Array.isArray(value)) {
      for (const item of value) this.read(item, scopes);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    let inner = scopes;
    if (isNode(value)) {
      if (/Function|BlockStatement|ArrowFunction|ClassMethod|MethodProperty/.test(value.type))
        inner = [new Map(), ...scopes];
      if (value.type === 'VariableDeclarator')
        this.bindNames(value.id, value.init, scopes[0] ?? new Map<string, null>());
      if (Array.isArray(value.params)) {
        for (const parameter of nodes(value.params))
          this.bindNames(parameter.pat ?? parameter, null, inner[0] ?? new Map<string, null>());
      }
      if (value.type === 'CallExpression') this.call(value, inner);
    }
    for (const field of Object.values(value)) this.read(field, inner);
  }

  private call(call: Node, scopes: Scope[]): void {
    const callee = bare(call.callee);
    const method = node(callee, 'MemberExpression');
    if (method && !METHODS.has(text(node(method.property)?.value))) return;
    const namespace = this.namespaceOf(method ? method.object : callee, scopes);
    if (namespace === null) return;
    const [argument] = callArguments(call);
    const keys = literals(argument);
    const group = groupPrefix(argument);
    if (namespace === UNKNOWN) {
      this.uses.dynamic.push('');
      return;
    }
    const full = (key: string) => (namespace === '' ? key : `${namespace}.${key}`);
    if (keys !== null) for (const key of keys) this.uses.keys.add(full(key));
    else if (group !== null) this.uses.groups.add(full(`${group}*`));
    else this.uses.dynamic.push(namespace);
  }

  private namespaceOf(value: unknown, scopes: Scope[]): Namespace | null {
    const expression = bare(value);
    if (expression?.type === 'Identifier') {
      for (const scope of scopes) {
        const found = scope.get(text(expression.value));
        if (found !== undefined) return found;
      }
      return null;
    }
    return this.namespaceMadeBy(expression);
  }
}

/**
 * The messages that a source file uses.
 *
 * @throws Error when the text is not TypeScript.
 */
export async function messageUses(source: string): Promise<MessageUses> {
  const program = await parse(source, { syntax: 'typescript', tsx: true, target: 'es2024' });
  const reader = new Reader();
  reader.readFile(program.body);
  for (const [, list = ''] of source.matchAll(/\/[/*]\s*messages:\s*([\w.*,\s-]+?)\s*(?:\*\/|\n|$)/g)) {
    for (const entry of list.split(',')) if (entry.trim()) reader.uses.declared.add(entry.trim());
  }
  return reader.uses;
}
