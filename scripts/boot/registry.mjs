import http from "node:http";
import https from "node:https";
import { npm, npmInstall } from "./npm.mjs";
import { excerpt, problem } from "./problem.mjs";

const patienceMs = 6_000;

/** What keeps an answer from arriving. Other errors, such as a certificate that only npm knows, are npm's to judge. */
const silences = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT",
]);

/** Resolves to undefined when something answers there, whatever it says, else to the reason why not. */
function whyUnreachable(address) {
  const { request } = address.startsWith("https:") ? https : http;
  return new Promise((resolve) => {
    const asked = request(address, { method: "HEAD", signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      answer.destroy();
      resolve(undefined);
    });
    asked.on("error", ({ name, code }) => {
      if (name === "AbortError" || name === "TimeoutError") resolve("no answer");
      else resolve(silences.has(code) ? code : undefined);
    });
    asked.end();
  });
}

/** Asks npm for the settings that decide where packages come from. Behind a proxy only npm itself can tell. */
async function registrySettings(node, cwd) {
  const { output } = await npm(node, ["config", "get", "registry", "proxy", "https-proxy", "--loglevel=silent"], {
    cwd,
  });
  const values = Object.fromEntries(output.split("\n").map((line) => line.split("=").map((part) => part.trim())));
  const proxied = [values.proxy, values["https-proxy"]].some((value) => value && value !== "null");
  return { address: values.registry, proxied };
}

/**
 * Installs by the lock file and returns what `missing()` then lists: npm does not tell when an optional package could
 * not be had. When the registry does not answer, npm gets one try from its cache before the person is told: a second
 * clone on a train should work, a first one should say within seconds why it cannot.
 */
export async function installFromRegistry(node, { missing, ...options }) {
  const { address, proxied } = await registrySettings(node, options.cwd);
  const unreachable = proxied || !address ? undefined : await whyUnreachable(address);
  const { code, output } = await npmInstall(node, { ...options, offline: unreachable !== undefined });
  const left = code === 0 ? missing() : [];
  if (unreachable && (code !== 0 || left.length > 0)) {
    throw problem(
      `The package registry ${new URL(address).host} cannot be reached (${unreachable}): check the network, or set a proxy with "npm config set proxy", and try again.`,
    );
  }
  if (code !== 0)
    throw problem("npm could not install the packages; mend what it says below and try again.", excerpt(output));
  return left;
}
