#!/usr/bin/env bash
# The changelog's versions that have no tag yet, oldest first: a line each, the tag and the commit that wrote the version's heading.
set -eu
cd "$(git rev-parse --show-toplevel)"
sed -nE 's/^## ([0-9]+\.[0-9]+\.[0-9]+),.*/\1/p' CHANGELOG.md | tac | while read -r version; do
  git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null && continue
  commit=$(git log --reverse --format=%H -S"## $version," -- CHANGELOG.md | head -n 1)
  [ -z "$commit" ] || echo "v$version $commit"
done
