// Decides people by GoRules ZEN: node retake.mjs PEOPLE ANSWERS
import fs from 'node:fs';
import readline from 'node:readline';
import { ZenEngine } from '@gorules/zen-engine';

const decision = new ZenEngine().createDecision(
  fs.readFileSync(new URL('retake.json', import.meta.url)),
);
const out = fs.createWriteStream(process.argv[3]);
const lines = readline.createInterface({ input: fs.createReadStream(process.argv[2]) });
const date = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

function answers(person, codes) {
  const answers = [];
  person.sat.forEach((sat, i) => {
    for (const { code } of codes.sat?.[i] ?? []) {
      const wait = code.startsWith('retake');
      const over = code === 'retake-eligible';
      answers.push({
        code,
        subject: wait ? sat.exam : sat.id,
        from: date(over ? sat.day + 14 : sat.day),
        until: wait && !over ? date(sat.day + 14) : undefined,
      });
    }
  });
  person.earned.forEach((earned, i) => {
    for (const { code } of codes.earned?.[i] ?? []) {
      const over = code === 'expired';
      answers.push({
        code,
        subject: earned.code,
        from: date(over ? earned.end : earned.day),
        until: over ? undefined : date(earned.end),
      });
    }
  });
  return JSON.stringify({ id: person.id, answers }) + '\n';
}

let batch = [];
async function flush() {
  const decided = await Promise.all(batch.map((person) => decision.evaluate(person)));
  out.write(decided.map((one, i) => answers(batch[i], one.result)).join(''));
  batch = [];
}
for await (const line of lines) {
  batch.push(JSON.parse(line));
  if (batch.length === 256) {
    await flush();
  }
}
await flush();
out.end();
