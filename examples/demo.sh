#!/usr/bin/env bash
# Reviews two snapshots of a synthetic city with the command line and with C++, and a real list where it is present.
# Called by scripts/demo with the folder of the built C++ examples; `cadre` is on the PATH.
set -euo pipefail
programs=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

city=build/demo-city
then=2013-12-31
now=2015-12-31
mapping=examples/mappings/hanoi.toml
step() { printf '\n\n== %s\n\n' "$*"; }
show() { printf '$ %s\n\n' "$*"; "$@"; }

step "A synthetic city (no real person or unit), as its files stood on two days"
show python examples/synthetic_roster.py "$city"
# The mapping says of which day the undated facts are.
sed "s/^snapshot = .*/snapshot = $then/" "$mapping" >build/demo-mapping-$then.toml

step "The later snapshot against the programme of 2011: what was read, and the targets year by year"
show cadre review "$city/$now" --pack hanoi-2011 --as-of "$now" --mapping "$mapping"

step "The earlier one, to a file"
show cadre review "$city/$then" --pack hanoi-2011 --as-of "$then" --mapping "build/demo-mapping-$then.toml" \
    --output build/demo-review-$then.txt
echo "The review: build/demo-review-$then.txt"

step "What two years changed, and what the split of a district in December 2013 did"
show python examples/compare_snapshots.py "$city" "build/demo-mapping-$then.toml" "$mapping"

step "The later review as a page to hand over, in Vietnamese"
show cadre review "$city/$now" --pack hanoi-2011 --as-of "$now" --mapping "$mapping" --lang vi \
    --format html --output build/demo-review.html
echo "The page: build/demo-review.html"

step "One verdict, explained in Vietnamese and English"
row=3547
one=("$city/$now" --pack hanoi-2011 --as-of "$now" --mapping "$mapping" --criterion postgraduate_holder --row "$row")
show cadre explain "${one[@]}" --lang vi
echo
show cadre explain "${one[@]}" --lang en

step "Planning pools: seats that open until 2020 and who can take them"
show cadre plan "$city/$now" --pack hanoi-2011 --as-of "$now" --mapping "$mapping" --show coverage

step "The yearly review of the pools as minutes, compared with the files of two years before"
show cadre plan "$city/$now" --pack hanoi-2011 --as-of "$now" --mapping "$mapping" --show review --lang vi \
    --last-day "$then" --last-roster "$city/$then" --output build/demo-plan-review.txt
head -n 40 build/demo-plan-review.txt
echo "The minutes: build/demo-plan-review.txt"

step "The same in C++"
show "$programs/quickstart"
show "$programs/review_roster" "$city/$now" "$mapping" hanoi-2011 "$now" postgraduate_holder "$row"

candidates=${CADRE_DATA:-../shared/data}/na15_candidates/candidates.csv
if [[ -f "$candidates" ]]; then
    step "A real list: the candidates of the 15th National Assembly"
    show cadre review "$candidates" --pack examples/packs/na15.toml --as-of 2021-04-27 \
        --mapping examples/mappings/na15.toml
else
    step "No real list: $candidates is absent (set CADRE_DATA to its folder)"
fi
