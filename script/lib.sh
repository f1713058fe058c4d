# Shared by the scripts beside it, which source it after changing to the top of the project.
# shellcheck shell=bash

tools=.build-tools
venv=$tools/venv

# Prints one line and how long ago $2 (a value of SECONDS) was.
took() {
    printf '%s (%d s)\n' "$1" $((SECONDS - $2))
}

# Runs a command with its output in a log; shows the end of the log only when the command fails.
# quietly LOG COMMAND…
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if "$@" >"$log" 2>&1 </dev/null; then
        return 0
    fi
    printf 'failed: %s\n' "$*" >&2
    tail -n 40 "$log" >&2
    printf '(all of it: %s)\n' "$log" >&2
    return 1
}
