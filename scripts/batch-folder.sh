#!/bin/sh
# Paints every photo of a folder in the manner of every painting of another: batch-folder.sh PHOTOS PAINTINGS RESULTS [OPTION...]
photos=$1 paintings=$2 results=${3:?usage: batch-folder.sh PHOTOS PAINTINGS RESULTS [OPTION...]} && shift 3
exec "$(dirname -- "$0")/impasto" batch --content="$photos" --style="$paintings" --output="$results" "$@"
