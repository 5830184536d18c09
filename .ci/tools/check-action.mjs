// Reads action.yml with GitHub's own parser and fails on its errors, then runs the steps as a runner would:
// run steps in bash with their environment, "uses" steps only named (they need GitHub).
//
// node check-action.mjs WORKSPACE INPUT=VALUE ...      prints the exit code of the job in its last line
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { NoOperationTraceWriter } from "@actions/workflow-parser/templates/trace-writer";
import { parse } from "yaml";

const [workspace, ...given] = process.argv.slice(2);
const home = resolve(process.env.KEYLINT_HOME);
const text = readFileSync(join(home, "action.yml"), "utf8");

const parsed = parseAction({ name: "action.yml", content: text }, new NoOperationTraceWriter());
const errors = parsed.context.errors.getErrors();
for (const error of errors) {
  console.error(`action.yml: ${error.message}`);
}
if (errors.length > 0) {
  process.exit(1);
}

const action = parse(text);
const temp = mkdtempSync(join(tmpdir(), "runner-"));
const values = { inputs: {}, steps: {}, github: { token: "" } };
for (const [name, input] of Object.entries(action.inputs)) {
  values.inputs[name] = String(input.default ?? "");
}
for (const pair of given) {
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (!(name in values.inputs)) {
    throw new Error(`action.yml has no input ${name}`);
  }
  values.inputs[name] = pair.slice(at + 1);
}

// Only plain references occur outside of "if"; anything else in a script would be an injection.
function fill(template) {
  return String(template).replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path) => {
    const value = path.split(".").reduce((at, key) => (at === undefined ? undefined : at[key]), values);
    return value === undefined ? "" : String(value);
  });
}

function outputsOf(file) {
  const outputs = {};
  for (const line of readFileSync(file, "utf8").split("\n").filter((it) => it !== "")) {
    const at = line.indexOf("=");
    if (at < 0) {
      throw new Error(`not an output: ${line}`);
    }
    outputs[line.slice(0, at)] = line.slice(at + 1);
  }
  return outputs;
}

let exit = 0;
for (const step of action.runs.steps) {
  if (step.uses !== undefined) {
    if (!/@[0-9a-f]{40}$/.test(step.uses)) {
      throw new Error(`${step.name}: ${step.uses} is not pinned to a commit`);
    }
    console.log(`--- ${step.name}: ${step.uses} (needs GitHub, not run here)`);
    continue;
  }
  if (step.run.includes("${{")) {
    throw new Error(`${step.name}: an expression inside a script`);
  }
  console.log(`--- ${step.name}`);
  const output = join(temp, `${step.id ?? "step"}.output`);
  writeFileSync(output, "");
  const environment = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value)]));
  const result = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
    cwd: resolve(workspace, fill(step["working-directory"] ?? ".")),
    env: { ...process.env, ...environment, GITHUB_ACTION_PATH: home, GITHUB_OUTPUT: output, RUNNER_TEMP: temp, CI: "true" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (step.id !== undefined) {
    values.steps[step.id] = { outputs: outputsOf(output), outcome: result.status === 0 ? "success" : "failure" };
  }
  exit = result.status ?? 1;
  if (exit !== 0) {
    break;
  }
}
for (const name of Object.keys(action.outputs)) {
  console.log(`output ${name}=${fill(action.outputs[name].value)}`);
}
console.log(`exit ${exit}`);
