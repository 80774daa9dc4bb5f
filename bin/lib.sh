# Shared by bin/run, bin/test and bin/bench: finds what they need, installs it on Debian as root, else says what is missing.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  local major
  major=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 25 ]
}

# Sets and exports JAVA_HOME: as given, then the one on the PATH, then the usual folders.
find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  fail "Parley needs a JDK 25 or newer and found none: set JAVA_HOME to one."
}

install_debian() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $1 …" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } >/dev/null 2>&1 \
      || fail "Installing the Debian package $1 did not work: install it by hand and start again."
  else
    fail "$2"
  fi
}

need_build_tools() {
  find_jdk
  command -v mvn >/dev/null || install_debian maven "Parley needs Maven 3.8 or newer (mvn) on the PATH."
  command -v npm >/dev/null || fail "Parley needs Node 20 or newer with npm on the PATH."
}

need_chromium() {
  if [ -z "${PARLEY_CHROMIUM:-}" ]; then
    PARLEY_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    if [ -z "$PARLEY_CHROMIUM" ]; then
      install_debian chromium "The browser tests need Chromium: install it, or name it in PARLEY_CHROMIUM."
      PARLEY_CHROMIUM=$(command -v chromium)
    fi
  fi
  export PARLEY_CHROMIUM
}

# For tests with several nodes; a single node needs none.
need_nats() {
  if [ -z "${PARLEY_NATS_SERVER:-}" ]; then
    PARLEY_NATS_SERVER=$(PATH=$PATH:/usr/sbin:/usr/local/bin command -v nats-server || true)
    if [ -z "$PARLEY_NATS_SERVER" ]; then
      install_debian nats-server "The tests with several nodes need nats-server: install it, or name it in PARLEY_NATS_SERVER."
      PARLEY_NATS_SERVER=$(PATH=$PATH:/usr/sbin command -v nats-server)
    fi
  fi
  export PARLEY_NATS_SERVER
}

# For the fault runs: what is missing and cannot be installed makes one of them skip, and say so.
want_fault_tools() {
  local package
  for package in gcc libc6-dev faketime; do
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! dpkg -s "$package" >/dev/null 2>&1; then
      echo "Installing $package …" >&2
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"; } >/dev/null 2>&1 || true
    fi
  done
}

maven() {
  (cd "$root" && mvn -B -ntp "$@")
}

server_jar=$root/web-gateway/target/parley.jar

# Builds the server when it was never built or a source is newer than it.
build_server() {
  if [ -f "$server_jar" ] && [ -z "$(find "$root" \( -name target -o -name node_modules -o -name dist -o -name .git -o -name data -o -name src-test-e2e -o -path '*/src/test' \) -prune \
    -o -type f \( -path '*/src/*' -o -path '*/webapp/*' -o -name pom.xml \) -newer "$server_jar" -print -quit)" ]; then
    return
  fi
  echo "Building Parley (the first time takes a few minutes) …" >&2
  local log
  log=$(mktemp)
  if ! maven -q -DskipTests package -pl web-gateway -am >"$log" 2>&1; then
    cat "$log" >&2
    fail "The build failed; the reason is above."
  fi
  rm -f "$log"
}

server_home=$root/web-gateway/target/server
server_options=('-Xlog:aot*=off' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms128m -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# Unpacks the built server and lets it start once, on a database of its own, so that the JVM can keep what it loaded and linked (JEP 483,
# 514): the next start takes half the time. Without that cache, and with one that does not fit, the server starts all the same.
prepare_start() {
  if [ "$server_home/parley.aot" -nt "$server_jar" ]; then
    return
  fi
  echo "Preparing a faster start (once after each build) …" >&2
  rm -rf "$server_home"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$server_jar" extract --destination "$server_home" >/dev/null
  local trial database
  trial=$(mktemp -d)
  env -u PARLEY_DATABASE_URL -u PARLEY_NATS_URL -u PARLEY_JAVA_OPTIONS PARLEY_PORT=0 PARLEY_DATA_DIR="$trial" \
    "$JAVA_HOME/bin/java" "${server_options[@]}" -Dspring.context.exit=onRefresh \
    -XX:AOTCacheOutput="$server_home/parley.aot" -jar "$server_home/parley.jar" >/dev/null 2>&1 || true
  database=$(head -n 1 "$trial/postgresql/postmaster.pid" 2>/dev/null || true)
  if [ -n "$database" ] && kill -INT "$database" 2>/dev/null; then
    while kill -0 "$database" 2>/dev/null; do sleep 0.1; done
  fi
  rm -rf "$trial"
}
