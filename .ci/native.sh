# Sourced by .ci/run: publishes the blog natively and puts it to work where there is nothing else.

# A port that nobody listens on: connecting to it fails.
native_port=3917
while (exec 3<>"/dev/tcp/127.0.0.1/$native_port") 2>/dev/null; do native_port=$((native_port + 1)); done

# How the executable is started: in an empty directory, or as /blog in an empty root, with an environment of its own.
# Each replaces the shell that it is called in, so that a signal to it reaches the executable.
native_in_directory() { cd "$place" && exec env -i "${environment[@]}" ./blog "$@"; }
native_in_chroot() { exec env -i "${environment[@]}" $chroot "$place" /blog "$@"; }

# The page of a path, when it answers with the status that is expected: fetch STATUS PATH [CURL OPTIONS]
fetch() {
  local status=$1 path=$2
  shift 2
  [ "$(curl -s -o "$work/page" -w '%{http_code}' -b "$work/cookies" -c "$work/cookies" --max-time 10 "$@" "http://127.0.0.1:$native_port$path")" = "$status" ]
}

answers() {
  for _ in $(seq 100); do
    fetch 200 / && return 0
    kill -0 "$server" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

shows_a_seeded_post() { fetch 200 /posts/1 && grep -q '<h1>Why we still print on paper</h1>' "$work/page"; }
serves_its_stylesheet() { fetch 200 "$(fetch 200 / && grep -oE '/css/app[^"]*\.css[^"]*' "$work/page" | head -n 1)"; }
refuses_a_forged_form() { fetch 403 /posts -d 'post[title]=Forged'; }
takes_a_post() {
  fetch 200 /posts/new || return 1
  local token
  token=$(grep -oE 'name="authenticity_token"[^>]*value="[^"]*"' "$work/page" | head -n 1 | sed -E 's/.*value="([^"]*)"/\1/')
  fetch 303 /posts --data-urlencode "authenticity_token=$token" --data-urlencode 'post[title]=From a bare machine' \
    --data-urlencode 'post[author]=CI' --data-urlencode 'post[body]=Nothing here but this file.' -d 'post[published]=1' || return 1
  fetch 200 / && grep -q 'From a bare machine' "$work/page"
}
stops_when_asked() {
  kill -TERM "$server" || return 1
  local status=0
  wait "$server" || status=$?
  server=
  [ "$status" -eq 0 ]
}

publishes() {
  executable=$(bin/native "$@" | tail -n 1) || return 1
  [ -x "$executable" ]
}

# check_native NAME HOW [OPTIONS OF bin/native]
check_native() {
  local name=$1 run=$2
  shift 2
  executable=
  check "$name: bin/native leaves an executable without trim or AOT warnings" publishes "$@"
  [ -x "$executable" ] || return 0

  place=$work/$name
  # By their paths: the environment that they start in is empty.
  chroot=$(PATH=$PATH:/usr/sbin command -v chroot)
  [ "$(id -u)" -eq 0 ] || chroot="$(command -v unshare) --map-root-user --root"
  environment=("PORT=$native_port")
  mkdir -p "$place"
  cp "$executable" "$place/blog"
  rm -f "$work/cookies"

  check "$name: refuses to start in production without a master key" refuses_without_key "$run"
  environment+=("STRYKE_MASTER_KEY=$($run secrets key)")
  check "$name: migrates" run_aside "$run" db migrate
  check "$name: seeds" run_aside "$run" db seed
  "$run" >"$work/$name.log" 2>&1 &
  server=$!
  check "$name: serves" answers
  check "$name: shows a seeded post" shows_a_seeded_post
  check "$name: serves its stylesheet" serves_its_stylesheet
  check "$name: refuses a forged form" refuses_a_forged_form
  check "$name: takes a post through its form" takes_a_post
  check "$name: stops when asked" stops_when_asked
}

run_aside() { ("$@") >"$work/output" 2>&1 || { cat "$work/output" >&2; return 1; }; }
refuses_without_key() {
  ! ("$1") >"$work/output" 2>&1 && grep -q 'secrets key' "$work/output"
}
