# shellcheck shell=sh
# Starts Impasto; the launchers source it. They set class_path, and options to the file java.options,
# and leave the command line in "$@".
# Ends with Impasto's exit code; with 127 if there is no Java that can run it; with 5, the code of a
# failed computation, if the system killed it.

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  remedy="set JAVA_HOME to the folder of a Java 17 or newer, or unset it to use the java on the PATH"
else
  java=java
  remedy="install a Java 17 or newer, or set JAVA_HOME to its folder"
fi
if ! command -v "$java" >/dev/null 2>&1; then
  echo "impasto: cannot find $java; $remedy" >&2
  exit 127
fi
# The first lines may be about options from the environment; 1.8 is Java 8.
release=$("$java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
if [ -z "$release" ]; then
  echo "impasto: $java does not work (try: $java -version); $remedy" >&2
  exit 127
fi
if [ "$release" -lt 17 ]; then
  echo "impasto: $java is Java $release, too old; $remedy" >&2
  exit 127
fi

# OpenMP's threads must sleep while they wait, not spin: on an idle machine that costs nothing, and
# beside other work it is up to several times as fast.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-passive}"

# The GNU C library gives large blocks back to the system when they are freed and asks for them again
# in the next iteration, page by page: a tenth of a small network's time, and another where the
# thresholds do not hold, which is in all arenas but the main one. Huge pages are asked for less often.
# Others ignore this.
export MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-1073741824}"
export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-4294967296}"
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"

# Java cannot tell whether standard error is a terminal.
tty=false
columns=
if [ -t 2 ]; then
  tty=true
  columns=$(stty size <&2 2>/dev/null | sed 's/.* //') || columns=
fi

# Ctrl-C reaches this shell and Java both, a kill only this shell. Java must hear of each once. As a
# background job it ignores Ctrl-C (POSIX says so; hang-ups are ignored below), and this shell passes
# all on as a termination, upon which Java saves the picture in progress. That takes a while: wait.
job=
asked=
again=
# The argument: the exit code that tells the signal.
# shellcheck disable=SC2317 # Called by the traps.
pass_on() {
  asked=$1
  again=yes
  [ -z "$job" ] || kill -TERM "$job" 2>/dev/null || :
}
trap 'pass_on 129' HUP
trap 'pass_on 130' INT
trap 'pass_on 143' TERM
# Java answers it with the state of its threads.
trap 'again=yes' QUIT

# A background job reads nothing unless told to. Standard input may also be closed.
if ! (exec 3<&0) 2>/dev/null; then
  exec </dev/null
fi
exec 3<&0
(
  trap '' HUP
  # Java asks the system for the user's home; here HOME counts, as everywhere.
  # shellcheck disable=SC2086,SC2154 # IMPASTO_JAVA_OPTS holds several options.
  exec "$java" "@$options" ${HOME:+"-Duser.home=$HOME"} -Dimpasto.stderr.tty="$tty" \
    -Dimpasto.stderr.columns="$columns" ${IMPASTO_JAVA_OPTS:-} -cp "$class_path" impasto.cli.Main "$@" <&3 3<&-
) &
job=$!
[ -z "$asked" ] || kill -TERM "$job" 2>/dev/null || :

status=127
while :; do
  again=
  ended=0
  # The shell's own words about a killed job are not wanted.
  wait "$job" 2>/dev/null || ended=$?
  # 127: a wait before this one was interrupted only after the end, and has the status already.
  [ "$ended" -eq 127 ] || status=$ended
  [ -n "$again" ] || break
done

if [ "$status" -eq 143 ] && [ -n "$asked" ]; then
  status=$asked
fi
if [ "$status" -eq 137 ]; then
  resumption="with --resume goes on from its last checkpoint"
  # A batch always resumes.
  [ "${1:-}" != batch ] || resumption="goes on where it ended"
  echo "impasto: the process was killed, most likely because the machine ran out of memory;" \
    "use a smaller --size or --precision bfloat16; the same command $resumption" >&2
  status=5
fi
exit "$status"
