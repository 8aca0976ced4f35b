# Sourced by the programs in bin/: names what is missing on a Debian machine, and installs it in one go.
debian_packages=()

# need_package WHAT PACKAGE: WHAT is a command, or an absolute path that must exist.
need_package() {
  if [[ $1 == /* ]]; then
    [ -e "$1" ] || debian_packages+=("$2")
  else
    command -v "$1" >/dev/null || debian_packages+=("$2")
  fi
}

# install_needed PROGRAM: PROGRAM is the name that stands before what is said.
install_needed() {
  [ ${#debian_packages[@]} -gt 0 ] || return 0
  printf '%s: installing %s\n' "$1" "${debian_packages[*]}" >&2
  local sudo=
  if [ "$(id -u)" -ne 0 ]; then
    sudo=sudo
  fi
  if ! { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${debian_packages[@]}"; } >&2; then
    printf '%s: apt-get could not install %s; install it by hand and run this again\n' "$1" "${debian_packages[*]}" >&2
    return 1
  fi
  debian_packages=()
}
