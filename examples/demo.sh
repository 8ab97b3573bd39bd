#!/usr/bin/env bash
# Reviews a synthetic city with the command line and with C++, and a real list where it is present.
# Called by scripts/demo with the folder of the built C++ examples; `cadre` is on the PATH.
set -euo pipefail
programs=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

city=build/demo-city
as_of=2015-12-31
step() { printf '\n\n== %s\n\n' "$*"; }
show() { printf '$ %s\n\n' "$*"; "$@"; }

step "A synthetic city (no real person or unit)"
show python examples/synthetic_roster.py "$city"

step "Its people against the programme of 2011: what was read, and the targets"
show cadre review "$city" --pack hanoi-2011 --as-of "$as_of" --mapping examples/mappings/hanoi.toml

step "The same as a page to hand over, in Vietnamese"
show cadre review "$city" --pack hanoi-2011 --as-of "$as_of" --mapping examples/mappings/hanoi.toml --lang vi \
    --format html --output build/demo-review.html
echo "The page: build/demo-review.html"

step "One verdict, explained in Vietnamese and English"
one=("$city" --pack hanoi-2011 --as-of "$as_of" --mapping examples/mappings/hanoi.toml
    --criterion postgraduate_holder --row 3849)
show cadre explain "${one[@]}" --lang vi
echo
show cadre explain "${one[@]}" --lang en

step "The same in C++"
show "$programs/quickstart"
show "$programs/review_roster" "$city" examples/mappings/hanoi.toml hanoi-2011 "$as_of" postgraduate_holder 3849

candidates=${CADRE_DATA:-../shared/data}/na15_candidates/candidates.csv
if [[ -f "$candidates" ]]; then
    step "A real list: the candidates of the 15th National Assembly"
    show cadre review "$candidates" --pack examples/packs/na15.toml --as-of 2021-04-27 \
        --mapping examples/mappings/na15.toml
else
    step "No real list: $candidates is absent (set CADRE_DATA to its folder)"
fi
