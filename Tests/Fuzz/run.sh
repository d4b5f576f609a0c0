#!/usr/bin/env bash
# Fuzzes every target in turn: bash Tests/Fuzz/run.sh [SECONDS a target, default 600] [TARGET…]
#
# New inputs that reach new code are kept in .build/fuzz-corpus/, inputs that crash, hang or eat all memory
# in Tests/Fuzz/crashes/. Ends with 1 where there was one, with 2 where nothing could be built.
# To try one such input again: FUZZ_TARGET=… .build/fuzz/release/Fuzz FILE
set -uo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(question markdown front-matter index parts vectors weights synonyms batch)

# A plan of the build that is there does not see files that are new in the root package.
rm -f .build/fuzz/release.yaml
swift build --package-path Tests/Fuzz/Program --scratch-path .build/fuzz -c release --product Fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing || exit 2

# The program's own crash handler hangs under the sanitizer.
export SWIFT_BACKTRACE=enable=no
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
mkdir -p Tests/Fuzz/crashes
status=0
for target in "${targets[@]}"; do
  mkdir -p ".build/fuzz-corpus/$target"
  log=.build/fuzz-corpus/$target.log
  if FUZZ_TARGET=$target .build/fuzz/release/Fuzz -max_total_time="$seconds" -timeout=20 \
    -rss_limit_mb=3000 -max_len=32768 -print_final_stats=1 \
    -artifact_prefix="Tests/Fuzz/crashes/$target-" \
    ".build/fuzz-corpus/$target" "Tests/Fuzz/Corpus/$target" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$target: no crash in $seconds s, $runs runs"
  else
    status=1
    echo "$target: CRASH; the end of $log:"
    tail -n 30 "$log"
  fi
done
exit $status
