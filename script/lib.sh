# Shared by the other scripts, which source it after changing to the top folder of the project.
# shellcheck shell=bash

tools=.build-tools
venv=$tools/venv

# took TEXT STARTED: prints the text and the seconds since STARTED, a value of SECONDS.
took() {
    printf '%s (%d s)\n' "$1" $((SECONDS - $2))
}

# quietly LOG COMMAND…: runs a command with its output in a log, and shows the end of the log when the command fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if "$@" >"$log" 2>&1 </dev/null; then
        return 0
    fi
    printf 'failed: %s\n' "$*" >&2
    tail -n 40 "$log" >&2
    printf '(full log: %s)\n' "$log" >&2
    return 1
}
