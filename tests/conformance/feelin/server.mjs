// Evaluates FEEL: a JSON line {"expression", "context": {name: FEEL text}} in, a JSON line out.
import { createInterface } from "node:readline";
import { evaluate } from "feelin";

const valueOf = (expression, context = {}) => evaluate(expression, context).value;

function plain(value) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return value;
  if (typeof value.yearsMonths === "boolean") return { duration: value.iso };
  return { date: value.iso };
}

function answer(line) {
  const { expression, context } = JSON.parse(line);
  try {
    const values = Object.fromEntries(Object.entries(context).map(([name, text]) => [name, valueOf(text)]));
    return { value: plain(valueOf(expression, values)) };
  } catch (error) {
    return { error: String(error.message) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(line)) + "\n");
}
