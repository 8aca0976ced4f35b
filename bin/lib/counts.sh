# Sourced by bin/test: sums up what the specs' runner said.

# count_specs LOG STATUS: prints "N passed, N failed" (and ", N skipped" when some were) as its last line, and fails unless specs ran and all of them passed.
count_specs() {
  local log=$1 status=$2 summary passed failed skipped
  # "   Stryke.Web.Specs  Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.234s", or "   Stryke.Web.Specs  Total: 0"
  summary=$(grep -E '^ +Stryke\.Web\.Specs +Total: [0-9]+(, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+|$)' "$log" | tail -n 1 || true)
  if [ -n "$summary" ]; then
    skipped=$(number_after 'Skipped: ')
    failed=$(($(number_after 'Failed: ') + $(number_after 'Errors: ')))
    passed=$(($(number_after 'Total: ') - $(number_after 'Failed: ') - skipped - $(number_after 'Not Run: ')))
    if [ $((passed + failed + skipped)) -eq 0 ]; then
      say "no spec ran: the options select none"
      status=1
    fi
  elif summary=$(grep -E '^HUNG: .* ended before' "$log"); then
    # Specs/Runner/HangWatch has ended the run: "HUNG: no spec has begun or ended for 180 s (...), 7 ended before. Running:" and a line for each that hung.
    local hung
    hung=$(grep -cE '^HUNG [0-9]+ s: ' "$log" || true)
    failed=$(grep -cE ' \[FAIL\]$' "$log" || true)
    passed=$(($(grep -oE '[0-9]+ ended before' <<<"$summary" | grep -oE '^[0-9]+') - failed))
    failed=$((failed + hung))
    skipped=0
    while read -r name; do say "hung: $name"; done < <(sed -nE 's/^HUNG [0-9]+ s: //p' "$log")
  else
    say "the runner ended with status $status and no summary"
    passed=0 failed=1 skipped=0
  fi
  printf '%d passed, %d failed' "$passed" "$failed"
  [ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped"
  printf '\n'
  [ "$failed" -eq 0 ] && [ "$status" -eq 0 ]
}

# The number behind a word of $summary; 0 when it is not there.
number_after() { grep -oE "$1[0-9]+" <<<"$summary" | head -n 1 | grep -oE '[0-9]+' || echo 0; }
