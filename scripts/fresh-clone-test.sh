#!/usr/bin/env bash
# Tries the two-command promise from end to end: a fresh clone of this repository's last commit, in a folder with spaces
# in its path, with whatever Node.js is on the PATH. Takes a minute or two. Run it as the person you want to be:
#   scripts/fresh-clone-test.sh [--with-tests]
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"
clone="$work/my projects/never miss call"
log="$work/start.log"

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*"; tail -n 30 "$log"; exit 1; }
seconds_since() { echo $((($(date +%s%N) - $1) / 1000000)) | sed 's/...$/.&/; s/^\./0./'; }

cleanup() {
  (cd "$clone" 2>/dev/null && npm run --silent stop) || true
  # Started by root in a folder that only root can enter, the database lives elsewhere.
  [ ! -L "$clone/data/postgres" ] || rm -rf "$(dirname "$(readlink "$clone/data/postgres")")"
  rm -rf "$work"
}
trap cleanup EXIT

# Starts in the background and waits for the address.
start() {
  local began
  began=$(date +%s%N)
  npm start >"$log" 2>&1 &
  starter=$!
  until url=$(grep -oE 'running at http://[^ ]+' "$log" | head -n 1 | cut -d ' ' -f 3) && [ -n "$url" ]; do
    kill -0 "$starter" 2>/dev/null || fail "npm start ended"
    sleep 0.1
  done
  say "$1: ready at $url after $(seconds_since "$began") s"
}

stop() {
  local began
  began=$(date +%s%N)
  npm run --silent stop
  wait "$starter" || true
  say "stopped after $(seconds_since "$began") s"
  if pgrep -f "$clone" >/dev/null; then fail "something still runs: $(pgrep -af "$clone")"; fi
}

git clone --quiet "$repository" "$clone"
cd "$clone"
say "Node.js $(node --version), npm $(npm --version), as $(id -un), in $clone"

start "first start"
curl --fail --silent --show-error "$url/readyz" >/dev/null || fail "not ready"
curl --fail --silent --show-error "$url/" | grep -qi '<html' || fail "no page"

set +e
second=$(npm start 2>&1)
code=$?
set -e
[ "$code" = 3 ] && grep -q "already running at $url" <<<"$second" || fail "a second instance: exit $code, $second"
say "second instance: refused with exit code 3"
stop

start "second start"
stop

export npm_config_registry=http://127.0.0.1:9
start "start without a registry"
kill -9 "$starter"
wait "$starter" 2>/dev/null || true
until ! pgrep -f "$clone" >/dev/null; do sleep 0.1; done
say "npm was killed: everything ended"
unset npm_config_registry

if [ "${1:-}" = --with-tests ]; then
  began=$(date +%s%N)
  npm test >"$log" 2>&1 || fail "npm test"
  say "npm test passed after $(seconds_since "$began") s"
fi
say "All is well."
