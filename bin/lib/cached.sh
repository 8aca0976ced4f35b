# Sourced by bin/bench: builds a thing only when what it is made of has changed. Uses $out, the folder of the things, and say.

# cached NAME SOURCES... -- COMMAND...: runs COMMAND unless $out/NAME is there and was made from the same SOURCES (files and folders).
cached() {
  local name=$1 sources=() stamp
  shift
  while [ "$1" != -- ]; do
    sources+=("$1")
    shift
  done
  shift
  stamp=$(find "${sources[@]}" -type f -not -path '*/node_modules/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ -e "$out/$name" ] && [ "$(cat "$out/$name.stamp" 2>/dev/null)" = "$stamp" ]; then
    say "$name is as it was built at $(date -r "$out/$name.stamp" '+%Y-%m-%d %H:%M')"
    return 0
  fi
  say "building $name"
  rm -f "$out/$name.stamp"
  "$@" || return 1
  printf '%s\n' "$stamp" >"$out/$name.stamp"
}
