import { callApi } from './call-api.ts';
import { expiryOf, type FieldName, formatCvc, formatExpiry, formatNumber, problemOf } from './card-fields.ts';
import {
  type BrowserError,
  type FormFields,
  type FrameCall,
  type FrameOptions,
  type FromFrame,
  HELLO,
  type Result,
  type ToFrame,
} from './messages.ts';
import { type FieldError, inLanguage, wordingFor } from './wording.ts';

/** The card form. What is typed here never reaches the shop's page. */
const FIELDS: readonly FieldName[] = ['number', 'expiry', 'cvc'];

function inputOf(name: FieldName): HTMLInputElement {
  const found = document.getElementById(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}.`);
  return found;
}

const inputs = { number: inputOf('number'), expiry: inputOf('expiry'), cvc: inputOf('cvc') };
let options: FrameOptions = { publishableKey: '', locale: 'en', colorScheme: 'light dark', properties: {} };
let port: MessagePort | undefined;

const tell = (message: FromFrame) => port?.postMessage(message);
const values = () => ({ number: inputs.number.value, expiry: inputs.expiry.value, cvc: inputs.cvc.value });

function showProblem(name: FieldName, problem: FieldError | undefined): void {
  const error = document.getElementById(`${name}-error`);
  if (!error) return;
  error.textContent = problem ? wordingFor(options.locale)[problem] : '';
  const input = inputs[name];
  if (problem) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', error.id);
  } else {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
}

function formatted(name: FieldName, text: string): string {
  if (name === 'number') return formatNumber(text);
  return name === 'expiry' ? formatExpiry(text) : formatCvc(text, inputs.number.value);
}

/** Formats what was typed and leaves the caret behind the same digit. */
function reformat(name: FieldName): void {
  const input = inputs[name];
  const before = input.value;
  const caret = input.selectionStart ?? before.length;
  const atEnd = caret === before.length;
  const digitsBefore = before.slice(0, caret).replace(/\D/g, '').length;
  const after = formatted(name, before);
  if (after === before) return;
  input.value = after;
  if (atEnd || document.activeElement !== input) return;
  let position = 0;
  for (let seen = 0; position < after.length && seen < digitsBefore; position++) {
    if (/\d/.test(after[position] ?? '')) seen++;
  }
  input.setSelectionRange(position, position);
}

function announceChange(): void {
  const now = values();
  tell({
    kind: 'change',
    empty: FIELDS.every((name) => now[name] === ''),
    complete: FIELDS.every((name) => problemOf(name, now) === undefined),
  });
}

function validate(): Result<null> {
  let first: FieldName | undefined;
  let error: BrowserError | undefined;
  for (const name of FIELDS) {
    const problem = problemOf(name, values());
    showProblem(name, problem);
    if (!problem || first) continue;
    first = name;
    error = { type: 'validation_error', code: problem, message: wordingFor(options.locale)[problem] };
  }
  if (first) inputs[first].focus();
  return error ? { error } : { value: null };
}

function cardFields(prefix: string): FormFields {
  const { month, year } = expiryOf(inputs.expiry.value);
  const at = (path: string) => (prefix ? `${prefix}[${path.replace('[', '][')}` : path);
  return {
    [prefix ? `${prefix}[type]` : 'type']: 'card',
    [at('card[number]')]: inputs.number.value.replace(/\D/g, ''),
    [at('card[exp_month]')]: String(month),
    [at('card[exp_year]')]: String(year),
    [at('card[cvc]')]: inputs.cvc.value,
  };
}

async function inOwnLanguage(work: Promise<Result<unknown>>): Promise<Result<unknown>> {
  const result = await work;
  return result.error ? { error: inLanguage(result.error, options.locale) } : result;
}

function apply(next: FrameOptions): void {
  options = next;
  const wording = wordingFor(next.locale);
  document.documentElement.lang = next.locale.slice(0, 2);
  const style = document.documentElement.style;
  style.colorScheme = next.colorScheme;
  for (const [name, value] of Object.entries(next.properties)) style.setProperty(name, value);
  const texts = { number: wording.number, expiry: wording.expiry, cvc: wording.cvc, note: wording.note };
  for (const [name, text] of Object.entries(texts)) {
    const element = document.querySelector(`[data-text="${name}"]`);
    if (element) element.textContent = text;
  }
  inputs.expiry.placeholder = wording.expiryHint;
}

async function perform(call: FrameCall): Promise<Result<unknown>> {
  const key = { key: options.publishableKey };
  switch (call.name) {
    case 'set':
      apply(call.options);
      return { value: null };
    case 'validate':
      return validate();
    case 'confirm': {
      const intentId = call.clientSecret.split('_secret_')[0] ?? '';
      const fields = {
        ...key,
        client_secret: call.clientSecret,
        ...call.fields,
        ...cardFields('payment_method_data'),
      };
      return inOwnLanguage(callApi('', 'POST', `/v1/payment_intents/${intentId}/confirm`, fields));
    }
    case 'createPaymentMethod':
      return inOwnLanguage(
        callApi('', 'POST', '/v1/payment_methods', { ...key, ...call.fields, ...cardFields('') }),
      );
    case 'focus':
      inputs.number.focus();
      return { value: null };
    case 'blur':
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return { value: null };
    case 'clear':
      for (const name of FIELDS) {
        inputs[name].value = '';
        showProblem(name, undefined);
      }
      announceChange();
      return { value: null };
  }
}

for (const name of FIELDS) {
  const input = inputs[name];
  input.addEventListener('input', () => {
    reformat(name);
    // A message that is no longer true goes at once; a new one waits until the field is left.
    if (input.getAttribute('aria-invalid') === 'true') showProblem(name, problemOf(name, values()));
    announceChange();
  });
  input.addEventListener('blur', (event) => {
    if (input.value !== '') showProblem(name, problemOf(name, values()));
    // Moving on inside the form is no blur of the element.
    if (!(event.relatedTarget instanceof HTMLInputElement)) tell({ kind: 'blur' });
  });
  input.addEventListener('focus', (event) => {
    if (!(event.relatedTarget instanceof HTMLInputElement)) tell({ kind: 'focus' });
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tell({ kind: 'escape' });
    if (event.key === 'Enter') {
      event.preventDefault();
      tell({ kind: 'enter' });
    }
  });
}
document.getElementById('card')?.addEventListener('submit', (event) => event.preventDefault());

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  // One port, from the page this frame sits in, and never a second one.
  const given = event.ports[0];
  if (event.source !== window.parent || event.data !== HELLO || !given || port) return;
  port = given;
  given.onmessage = async ({ data }: MessageEvent<ToFrame>) => {
    tell({ kind: 'reply', id: data.id, result: await perform(data.call) });
    if (data.call.name === 'set') tell({ kind: 'ready' });
  };
  new ResizeObserver(() => tell({ kind: 'size', height: document.documentElement.offsetHeight })).observe(
    document.documentElement,
  );
});
window.parent.postMessage(HELLO, '*');
