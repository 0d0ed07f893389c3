#!/usr/bin/env bash
# What changed between the base of a pull request and its checkout: a comment, a summary, annotations.
# Exit status: that of flaregen drift.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
given=(drift "git:$BASE:$DOCUMENT")
if test -n "$CONFIG"; then given+=(--config "$CONFIG"); fi

git cat-file -e "$BASE" 2> /dev/null || git fetch --quiet --no-tags --depth=1 origin "$BASE"
if ! git cat-file -e "$BASE:$DOCUMENT"; then
  echo "There is no $DOCUMENT at the base: nothing to compare with."
  exit 0
fi

news=no
status=0
flaregen "${given[@]}" --quiet --format markdown --fail-on info > "$RUNNER_TEMP/drift.md" || status=$?
case "$status" in
  0) ;;
  1) news=yes ;;
  *) exit "$status" ;;
esac
cat "$RUNNER_TEMP/drift.md" >> "$GITHUB_STEP_SUMMARY"
if test "$FORK" = true; then
  echo "A pull request of a fork may not comment: the report is in the summary."
else
  python3 "$here/comment.py" --number "$NUMBER" --news "$news" --body "$RUNNER_TEMP/drift.md"
fi

flaregen "${given[@]}" --format github --fail-on "$FAIL_ON"
