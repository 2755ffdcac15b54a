#!/bin/sh
# A smoke run on the CPU, under a minute: paints a sample with the built-in network, and checks that
# the loss fell and that the result is a picture which is neither the photo nor far from the painting.
# usage: scripts/smoke.sh [OUTPUT.png]; without an output the picture is thrown away.
# The variable IMPASTO names another launcher than the one beside this script.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
impasto=${IMPASTO:-$here/impasto}
samples=$here/../samples
content=$samples/content/mountain-lake.png
style=$samples/style/night-swirls.png
work=$(mktemp -d "${TMPDIR:-/tmp}/impasto-smoke.XXXXXX")
trap 'rm -rf "$work"' EXIT

fail() {
  echo "smoke: $1" >&2
  exit 1
}

# The numbers of one name among the lines of a JSON file.
numbers() {
  sed -n "s/.*\"$1\": *\([-+.0-9eE]*\).*/\1/p" "$2"
}

less() {
  awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "" && b != "" && a < b) }'
}

"$impasto" stylize "$content" "$style" -o "$work/painted.png" -m builtin --device cpu -s 256 \
  --scales 1 -n 60 --metrics "$work/metrics.jsonl"
less "$(numbers loss "$work/metrics.jsonl" | tail -n 1)" "$(numbers loss "$work/metrics.jsonl" | head -n 1)" ||
  fail "the loss did not fall"

# Reading it back is the check that it is a picture.
"$impasto" score "$content" "$style" "$work/painted.png" -m builtin --device cpu --json -q >"$work/painted.json"
"$impasto" score "$content" "$style" "$content" -m builtin --device cpu --json -q >"$work/photo.json"
less 0.01 "$(numbers content.relu4_2 "$work/painted.json")" || fail "the picture is the photo still"
for layer in relu1_1 relu2_1 relu3_1 relu4_1; do
  less "$(numbers style.$layer "$work/painted.json")" "$(numbers style.$layer "$work/photo.json")" ||
    fail "the photo itself is nearer to the painting at $layer"
done

[ $# -eq 0 ] || cp "$work/painted.png" "$1"
echo "smoke: the loss fell from $(numbers loss "$work/metrics.jsonl" | head -n 1) to" \
  "$(numbers loss "$work/metrics.jsonl" | tail -n 1); the picture is sound"
