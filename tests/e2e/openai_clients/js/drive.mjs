// One call of OpenAI's JavaScript SDK: asked as JSON on stdin, answered as JSON on stdout.
//
// Among the arguments, `{"$file": path}` is a stream of that file, as its page shows, and
// `{"$bytes": path}` its bytes by `toFile`, which can be sent twice.

import fs from 'node:fs';
import path from 'node:path';
import OpenAI, { toFile } from 'openai';

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));

async function opened(value) {
  if (Array.isArray(value)) return Promise.all(value.map(opened));
  if (value?.$file) return fs.createReadStream(value.$file);
  if (value?.$bytes) return toFile(fs.readFileSync(value.$bytes), path.basename(value.$bytes));
  return value;
}

async function argument(arg) {
  if (typeof arg !== 'object') return arg;
  const named = Object.entries(arg).map(async ([name, value]) => [name, await opened(value)]);
  return Object.fromEntries(await Promise.all(named));
}

function within(client, call) {
  const steps = call.split('.');
  const method = steps.pop();
  const owner = steps.reduce((each, step) => each[step], client);
  return owner[method].bind(owner);
}

async function called() {
  const client = new OpenAI(asked.client);
  const args = await Promise.all(asked.args.map(argument));
  const { data, request_id } = await within(client, asked.call)(...args).withResponse();
  return { data: asked.call === 'models.list' ? data.data : data, request_id };
}

function told(error) {
  const { status, code, param, type, requestID, message } = error;
  return { error: { class: error.constructor.name, status, code, param, type, requestID, message } };
}

process.stdout.write(JSON.stringify(await called().catch(told)));
